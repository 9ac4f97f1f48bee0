import { z } from 'zod';
import {
  agreementDraftSchema,
  clauseTermsSchema,
  conditionSchema,
  effectSchema,
  orderPatternSchema,
  orderSchema,
} from '../protocol/input-schema.ts';
import { isWholeFile } from './compose-scenario.ts';
import { fieldNote, kindNote, partNote } from './field-notes.ts';
import { magnitudesSchema } from './magnitudes-schema.ts';
import { agreementSchema, offerSchema, planStepSchema, policySchema } from './paper-schema.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { area, door, doors, id, source, text } from './schema-parts.ts';

type Naming = { readonly id: string; readonly description?: string | undefined };

const NAMES: readonly (readonly [schema: z.ZodType, name: Naming])[] = [
  [id, { id: 'id', description: 'A name of a thing: letters, digits and the signs . _ # : - only.' }],
  [text, { id: 'text', description: 'Words that people read.' }],
  [
    source,
    {
      id: 'source',
      description: 'Where it is known from: ids of the list of sources, such as “S44, T028–T031”, or words.',
    },
  ],
  [area, { id: 'area', description: 'A policy area.' }],
  [door, { id: 'door', description: 'A supplier in an area.' }],
  [doors, { id: 'doors', description: 'Two welcomes at most, and one bar.' }],
  [effectSchema, { id: 'effect', description: 'One change that cards, measures, policies and prizes are made of.' }],
  [conditionSchema, { id: 'condition', description: 'What must hold on the board.' }],
  [orderSchema, { id: 'order', description: 'A whole order.' }],
  [orderPatternSchema, { id: 'orderPattern', description: 'Any order of this verb or family; fields narrow it.' }],
  [clauseTermsSchema, { id: 'clauseTerms', description: 'What is promised.' }],
  [agreementDraftSchema, { id: 'agreementDraft', description: 'A text that may be signed.' }],
  [agreementSchema, { id: 'agreement', description: 'An agreement that stands when the match begins.' }],
  [offerSchema, { id: 'offer', description: 'A text that lies on the table when the match begins.' }],
  [policySchema, { id: 'policy', description: 'What a non-player does and signs; the first rule that holds acts.' }],
  [planStepSchema, { id: 'planStep', description: 'A step of a scripted power; turns in an offer count from now.' }],
  [magnitudesSchema, { id: 'magnitudes', description: 'The numbers of the rules; docs/rules.md says what each does.' }],
];

const $schema = z.string().exactOptional();
const whole = scenarioSchema.extend({ $schema });
/** A file such as `objectives.json`, which names the parts that it holds. */
const someParts = scenarioSchema.partial().extend({ $schema });

const parts = Object.entries(scenarioSchema.shape);
/** Parts that fill a file: lists, and those that a file of their name holds without repeating it. */
const filling = parts.filter(([part, schema]) => schema instanceof z.ZodArray || isWholeFile(part, {}));

/**
 * JSON Schema for people who write scenarios: any file of a scenario fits it, and a whole scenario in one file.
 * Shapes that come more than once have a name, fields a description.
 */
export const scenarioJsonSchema = (): unknown => {
  const names = z.registry<Naming>();
  for (const [schema, name] of NAMES) names.add(schema, name);
  names.add(whole, { id: 'scenario', description: 'A whole scenario in one file.' });
  names.add(someParts, { id: 'parts', description: 'A file that names the parts that it holds.' });
  for (const [part, schema] of parts)
    if (!names.has(schema)) names.add(schema, { id: `${OF_PART}${part}`, description: partNote(part) });
  const schema = z.toJSONSchema(z.union([whole, someParts, ...filling.map(([, part]) => part)]), {
    io: 'input',
    metadata: names,
  }) as Node;
  return { title: 'A scenario of Multivector, or one of its files', ...(told(schema, '') as Node) };
};

const OF_PART = 'part.';

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds what is known of each field; `within` is the list or the shape in which it stands. */
const told = (value: unknown, within: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => told(one, within));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === '$defs' && isNode(inner)) return [key, toldShapes(inner)];
    return [key, key === 'properties' && isNode(inner) ? toldFields(inner, within) : told(inner, within)];
  });
  const kind = isNode(value.properties) && isNode(value.properties.kind) ? value.properties.kind.const : undefined;
  const note = typeof kind === 'string' ? kindNote(within, kind) : undefined;
  return { ...Object.fromEntries(entries), ...(note === undefined ? {} : { description: note }) };
};

/** The numbers of the rules are told in docs/rules.md. */
const toldShapes = (shapes: Node): Node =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      name === 'magnitudes' ? shape : told(shape, name.replace(OF_PART, '')),
    ]),
  );

const toldFields = (fields: Node, within: string): Node =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const note = fieldNote(within === 'parts' ? 'scenario' : within, field);
      const inner = told(value, field);
      return [field, isNode(inner) && note !== undefined ? { ...inner, description: note } : inner];
    }),
  );
