import { z } from 'zod';
import {
  botChoiceSchema,
  facilitatorInputSchema,
  powerInputSchema,
  sitterSchema,
} from '../../shared/protocol/acts-schema.ts';
import {
  agreementDraftSchema,
  area,
  clauseDraftSchema,
  clauseTermsSchema,
  concessionSchema,
  conditionSchema,
  door,
  doorChangeSchema,
  effectSchema,
  id,
  orderPatternSchema,
  orderSchema,
  orderSetSchema,
  standingSchema,
  turn,
  whenSchema,
} from '../../shared/protocol/input-schema.ts';
import { actRequest, inputRequest } from '../../shared/protocol/messages.ts';

/** Schemas by the names that the page gives them; where a type stands behind one, its name. */
export const SHAPES: { readonly [name: string]: z.ZodType } = {
  InputRequest: inputRequest,
  ActRequest: actRequest,
  PowerInput: powerInputSchema,
  FacilitatorInput: facilitatorInputSchema,
  OrderSet: orderSetSchema,
  Order: orderSchema,
  DoorChange: doorChangeSchema,
  Concession: concessionSchema,
  StandingOrders: standingSchema,
  AgreementDraft: agreementDraftSchema,
  ClauseDraft: clauseDraftSchema,
  ClauseTerms: clauseTermsSchema,
  OrderPattern: orderPatternSchema,
  Sitter: sitterSchema,
  BotChoice: botChoiceSchema,
  Condition: conditionSchema,
  Effect: effectSchema,
  Area: area,
  Door: door,
  Id: id,
  Turn: turn,
};
/** Said in words, as their schema cannot tell what it takes. */
const IN_WORDS = { 'Condition | null': whenSchema } as const;

type Node = {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Node };
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Every shape as JSON Schema, with references to the others by name. */
const nodesOf = (schemas: { readonly [name: string]: z.ZodType }): { readonly [name: string]: Node } => {
  const names = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries({ ...IN_WORDS, ...schemas })) names.add(schema, { id: name });
  return z.toJSONSchema(names, { io: 'input', uri: (name) => name }).schemas as { readonly [name: string]: Node };
};

const quoted = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

/** `1…24`, `≤ 40`, `≥ 1`, or nothing. */
const rangeOf = (least: number | undefined, most: number | undefined): string => {
  const low = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low !== undefined && high !== undefined) return low === high ? `${low}` : `${low}…${high}`;
  if (low !== undefined) return `≥ ${low}`;
  return high === undefined ? '' : `≤ ${high}`;
};
const WHOLE = 'integer';

const textShape = ({ minLength, maxLength, pattern }: Node): string => {
  const length = rangeOf(minLength, maxLength);
  const parts = [length === '' ? '' : `${length} characters`, pattern === undefined ? '' : `/${pattern}/`];
  return ['text', ...parts.filter((part) => part !== '')].join(' ');
};

const fieldsShape = ({ properties = {}, required = [] }: Node): string => {
  const fields = Object.entries(properties).map(
    ([name, node]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeText(node)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const listShape = ({ items, prefixItems, minItems, maxItems }: Node): string => {
  if (prefixItems !== undefined) return `[${prefixItems.map(shapeText).join(', ')}]`;
  const count = rangeOf(minItems, maxItems);
  return `[${items === undefined ? 'anything' : shapeText(items)}]${count === '' ? '' : ` × ${count}`}`;
};

/** A shape in one line: `?` may be left out, `[x] × 1…6` a list and how many may be in it, numbers with their range. */
export const shapeText = (node: Node): string => {
  if (node.$ref !== undefined) return node.$ref;
  if (node.const !== undefined) return quoted(node.const);
  if (node.enum !== undefined) return node.enum.map(quoted).join(' | ');
  const choices = node.anyOf ?? node.oneOf;
  if (choices !== undefined) return choices.map(shapeText).join(' | ');
  if (node.type === 'object') return fieldsShape(node);
  if (node.type === 'array') return listShape(node);
  if (node.type === 'string') return textShape(node);
  if (node.type === WHOLE || node.type === 'number') {
    const range = rangeOf(node.minimum, node.maximum);
    return range === '' ? 'whole number' : range;
  }
  return node.type ?? 'anything';
};

const NODES = nodesOf(SHAPES);

/** The lines of a shape by name: one for each choice. */
export const linesOf = (name: string): readonly string[] => {
  const node = NODES[name];
  if (node === undefined) throw new Error(`no shape is called ${name}`);
  return (node.anyOf ?? node.oneOf ?? [node]).map(shapeText);
};

/** The shape of a schema that has no name, told with the names of those inside. */
export const shapeOfSchema = (schema: z.ZodType): string => {
  const [name] = Object.entries(SHAPES).find(([, one]) => one === schema) ?? [];
  return name ?? shapeText(nodesOf({ ...SHAPES, $this: schema }).$this ?? {});
};
