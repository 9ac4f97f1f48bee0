import { parseAst } from 'vite';
import { digestOf } from '../../shared/kernel/digest.ts';

/** One small change of a source text that a test should notice. */
export type Mutation = {
  /** Stays the same while its line does. */ readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly before: string;
};

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };
type Change = Pick<Mutation, 'operator' | 'start' | 'end' | 'text'>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const COMPARISONS: { readonly [sign: string]: string } = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
};
const SUMS: { readonly [sign: string]: string } = { '+': '-', '-': '+', '*': '+', '/': '*' };
const JOINS: { readonly [sign: string]: string } = { '&&': '||', '||': '&&' };
const TWINS: { readonly [method: string]: string } = { max: 'min', min: 'max', some: 'every', every: 'some' };

/** The sign between two operands, found in the text between them. */
const signChange = (node: Node, source: string, sign: string, other: string, operator: string): Change[] => {
  const left = node.left as Node;
  const right = node.right as Node;
  const at = source.slice(left.end, right.start).indexOf(sign);
  return at < 0 ? [] : [{ operator, start: left.end + at, end: left.end + at + sign.length, text: other }];
};

const isText = (node: unknown): boolean =>
  isNode(node) && (node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string'));

const ofBinary = (node: Node, source: string): Change[] => {
  const sign = node.operator as string;
  const comparison = COMPARISONS[sign];
  if (comparison !== undefined) return signChange(node, source, sign, comparison, 'comparison');
  const sum = SUMS[sign];
  return sum === undefined || isText(node.left) || isText(node.right) ? [] : signChange(node, source, sign, sum, 'sum');
};

const ofLiteral = (node: Node): Change[] => {
  const place = { start: node.start, end: node.end };
  if (typeof node.value === 'boolean') return [{ operator: 'truth', ...place, text: `${!node.value}` }];
  if (typeof node.value !== 'number' || !Number.isInteger(node.value)) return [];
  return [
    { operator: 'constant', ...place, text: `${node.value + 1}` },
    { operator: 'constant', ...place, text: node.value === 0 ? '-1' : `${node.value - 1}` },
  ];
};

const ofCall = (node: Node): Change[] => {
  const callee = node.callee as Node;
  const property = callee.type === 'MemberExpression' ? (callee.property as Node) : null;
  const twin = property === null ? undefined : TWINS[property.name as string];
  return property === null || twin === undefined
    ? []
    : [{ operator: 'twin', start: property.start, end: property.end, text: twin }];
};

const ofTest = (node: Node, source: string): Change[] => {
  const test = node.test as Node;
  const text = `!(${source.slice(test.start, test.end)})`;
  return [{ operator: 'condition', start: test.start, end: test.end, text }];
};

const ofStatement = (node: Node): Change[] => {
  const expression = node.expression as Node;
  const isCall = expression.type === 'CallExpression' || expression.type === 'AssignmentExpression';
  return isCall ? [{ operator: 'omission', start: node.start, end: node.end, text: ';' }] : [];
};

/** A function that answers nothing may stop before it begins. */
const ofFunction = (node: Node): Change[] => {
  const body = node.body;
  if (!isNode(body) || body.type !== 'BlockStatement' || answers(body)) return [];
  return [{ operator: 'early return', start: body.start + 1, end: body.start + 1, text: ' return;' }];
};

const isFunction = (node: Node): boolean =>
  node.type.endsWith('FunctionExpression') || node.type === 'FunctionDeclaration';

const partsOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) =>
    key === 'typeAnnotation' || key === 'returnType' || key === 'typeArguments' || key === 'typeParameters'
      ? []
      : [value].flat().filter(isNode),
  );

const answers = (node: Node): boolean =>
  partsOf(node).some((part) =>
    part.type === 'ReturnStatement' ? part.argument !== null : !isFunction(part) && answers(part),
  );

/** What is only a type, or can never be reached, has no behaviour to change. */
const isSilent = (node: Node): boolean =>
  node.type === 'ImportDeclaration' ||
  (node.type === 'TSSatisfiesExpression' && (node.typeAnnotation as Node).type === 'TSNeverKeyword') ||
  (node.type.startsWith('TS') && !isNode(node.expression));

const changesOf = (node: Node, source: string): Change[] => {
  switch (node.type) {
    case 'BinaryExpression':
      return ofBinary(node, source);
    case 'LogicalExpression': {
      const other = JOINS[node.operator as string];
      return other === undefined ? [] : signChange(node, source, node.operator as string, other, 'join');
    }
    case 'Literal':
      return ofLiteral(node);
    case 'CallExpression':
      return ofCall(node);
    case 'IfStatement':
    case 'ConditionalExpression':
      return ofTest(node, source);
    case 'ExpressionStatement':
      return ofStatement(node);
    default:
      return isFunction(node) ? ofFunction(node) : [];
  }
};

const walk = (node: Node, source: string, into: Change[]): void => {
  if (isSilent(node)) return;
  into.push(...changesOf(node, source));
  for (const part of partsOf(node)) {
    // What stands behind ?? is there for the compiler, and names of fields are no values.
    if (node.type === 'LogicalExpression' && node.operator === '??' && part === node.right) continue;
    walk(part, source, into);
  }
};

/** Everything in one file that could be changed, in the order of the text. */
export const mutationsOf = (path: string, source: string): readonly Mutation[] => {
  const changes: Change[] = [];
  walk(parseAst(source, { lang: 'ts' }) as unknown as Node, source, changes);
  const counts = new Map<string, number>();
  return changes.map((change) => {
    const lineStart = source.lastIndexOf('\n', change.start - 1) + 1;
    const lineEnd = source.indexOf('\n', change.start);
    const before = source.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).trim();
    const kind = [path, change.operator, before, change.text].join('\n');
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const line = source.slice(0, change.start).split('\n').length;
    return { ...change, id: digestOf(kind, `${count}`).slice(0, 8), path, line, before };
  });
};

export const mutated = (source: string, { start, end, text }: Pick<Mutation, 'start' | 'end' | 'text'>): string =>
  source.slice(0, start) + text + source.slice(end);

/** As many as wanted, dealt by the seed; an edit of one line leaves the others' turn as it was. */
export const dealt = (all: readonly Mutation[], seed: string, count: number): readonly Mutation[] =>
  all
    .map((mutation) => ({ mutation, rank: digestOf('mutation', seed, mutation.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutation }) => mutation);
