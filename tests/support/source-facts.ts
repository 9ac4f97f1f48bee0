import { parseSync } from 'vite';

/** What the architecture test wants to know of one file, read from its syntax tree: comments and strings say nothing. */
export type SourceFacts = {
  /** Specifiers of every import, re-export, dynamic import and `import()` type. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Uses of clocks, entropy, IO, and of what engines compute differently. */
  readonly impurities: readonly string[];
};

type Node = { readonly type: string; readonly [field: string]: unknown };

const AMBIENT = new Set([
  ...['Date', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['crypto', 'process', 'fetch', 'console', 'globalThis', 'require', 'eval', 'Function', 'Intl', 'Math'],
  ...['WeakRef', 'FinalizationRegistry', 'Atomics', 'SharedArrayBuffer'],
]);

/** The rest of Math is chance (`random`) or differs between engines in the last bit. */
const EXACT_MATH = new Set(['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc']);

const LOCALE_METHOD = /^(localeCompare|toLocale\w*)$/;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const nameOf = (value: unknown): string =>
  isNode(value) ? String(value.type === 'Literal' ? value.value : (value.name ?? '')) : '';

/** Fields that hold a name of something else's, not a use of it: `x.fetch`, `{ process: 1 }`, `type T = { Date: … }`. */
const labelField = (node: Node): string | undefined => {
  if (node.computed === true || node.shorthand === true) return undefined;
  if (node.type === 'MemberExpression') return 'property';
  if (node.type === 'TSQualifiedName') return 'right';
  return 'key' in node ? 'key' : undefined;
};

const SOURCE_OF = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

const isExactMath = (node: Node): boolean =>
  node.type === 'MemberExpression' && nameOf(node.object) === 'Math' && EXACT_MATH.has(nameOf(node.property));

const impurityOf = (node: Node): string | undefined => {
  switch (node.type) {
    case 'Identifier':
      return AMBIENT.has(nameOf(node)) ? nameOf(node) : undefined;
    case 'MemberExpression':
      return LOCALE_METHOD.test(nameOf(node.property)) ? nameOf(node.property) : undefined;
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return String(node.operator).startsWith('**') ? '**' : undefined;
    case 'ForInStatement':
      return 'for..in';
    case 'MetaProperty':
      return nameOf(node.meta) === 'import' ? 'import.meta' : undefined;
    default:
      return undefined;
  }
};

const isDefaultExport = (node: Node): boolean =>
  node.type === 'ExportDefaultDeclaration' || (node.type === 'ExportSpecifier' && nameOf(node.exported) === 'default');

const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node);
  if (isExactMath(node)) return;
  const label = labelField(node);
  for (const [field, value] of Object.entries(node)) {
    if (field === label) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
};

export const readSource = (file: string, text: string): SourceFacts => {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const imports: string[] = [];
  const impurities: string[] = [];
  let hasDefaultExport = false;
  walk(program as unknown as Node, (node) => {
    if (SOURCE_OF.has(node.type) && isNode(node.source)) imports.push(nameOf(node.source));
    if (isDefaultExport(node)) hasDefaultExport = true;
    const impurity = impurityOf(node);
    if (impurity !== undefined) impurities.push(impurity);
  });
  return { imports, hasDefaultExport, impurities };
};
