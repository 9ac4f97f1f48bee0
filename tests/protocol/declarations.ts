import { readdirSync, readFileSync } from 'node:fs';

/** Where the types of what is sent are declared. */
const DECLARED_IN = ['shared/model', 'shared/protocol', 'shared/replay/record.ts', 'server/http/record-api.ts'];

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const filesOf = (place: string): readonly string[] =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(at(place))
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => `${place}/${name}`);

/** The text of a statement from its first character to its semicolon, whatever brackets lie between. */
const statementAt = (text: string, start: number): string => {
  let depth = 0;
  // Brackets within comments and quotes are none; a quote is never open at the end of a line.
  const code = text.slice(start).replaceAll(/\/\*[\s\S]*?\*\/|'[^'\n]*'/g, (hidden) => '_'.repeat(hidden.length));
  for (const [i, sign] of [...code].entries()) {
    if ('{[('.includes(sign)) depth += 1;
    if ('}])'.includes(sign)) depth -= 1;
    if (sign === ';' && depth === 0) return text.slice(start, start + i + 1);
  }
  throw new Error(`a statement without an end: ${text.slice(start, start + 80)}`);
};

/** As somebody reads it who knows no TypeScript of ours: nothing is written to, and ids are texts. */
const readable = (statement: string): string =>
  statement
    .replaceAll('readonly ', '')
    .replace(/^export /, '')
    .replaceAll(/Flavour<'\w+'>/g, 'string');

const DECLARATION = /(?:^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?:type|const) ([A-Z]\w*)/gmu;

const read = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const path of DECLARED_IN.flatMap(filesOf)) {
    const text = readFileSync(at(path), 'utf8');
    for (const match of text.matchAll(DECLARATION)) {
      const [head, name = ''] = match;
      const start = match.index + head.lastIndexOf('export ');
      const statement = statementAt(text, start);
      // Of values only those that a type is made of.
      if (statement.startsWith('export const') && !/ as const(?: satisfies [^;]*)?;$/.test(statement)) continue;
      found.set(name, head.slice(0, head.lastIndexOf('export ')) + readable(statement));
    }
  }
  return found;
};
const DECLARATIONS = read();

const namesIn = (statement: string): readonly string[] =>
  [...statement.replaceAll(/\/\*[\s\S]*?\*\/|'[^'\n]*'/g, ' ').matchAll(/\b[A-Z]\w*\b/g)].map(([name]) => name);

/**
 * The declarations of these types and of all that they are made of, each once, a type before its parts; `told` are
 * explained elsewhere. Throws if one of the first is declared nowhere.
 */
export const declarationsOf = (types: readonly string[], told: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const wanted = new Map<string, string>();
  const take = (name: string): void => {
    const statement = DECLARATIONS.get(name);
    if (statement === undefined || wanted.has(name) || told.has(name)) return;
    wanted.set(name, statement);
    for (const part of namesIn(statement)) take(part);
  };
  for (const name of types) {
    if (!DECLARATIONS.has(name)) throw new Error(`the type ${name} is declared nowhere`);
    take(name);
  }
  return wanted;
};
