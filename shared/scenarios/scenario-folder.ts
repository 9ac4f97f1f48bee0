import type { Scenario } from '../model/scenario.ts';
import { isWholeFile, partsOfFile } from './compose-scenario.ts';
import { type JsonText, readJsonText } from './json-text.ts';
import { loadScenario } from './load-scenario.ts';
import { type Problem, suggest } from './problems.ts';
import { scenarioSchema } from './scenario-schema.ts';

/** A problem and where to put the cursor: a file, by name without `.json`, and a line. */
export type PlacedProblem = Problem & { readonly file: string | null; readonly line: number | null };

export type ReadFolder =
  | { readonly ok: true; readonly scenario: Scenario }
  /** `isShape`: what fits what was not looked at yet. */
  | { readonly ok: false; readonly problems: readonly PlacedProblem[]; readonly isShape: boolean };

type Files = ReadonlyMap<string, JsonText>;

/** A scenario from the texts of a folder, by file name without `.json`; all that is wrong, and in which line. */
export const readFolder = (texts: { readonly [file: string]: string }): ReadFolder => {
  const files: Files = new Map(Object.entries(texts).map(([file, text]) => [file, readFile(file, text)]));
  const slips = [...files].flatMap(([file, { slips }]) => slips.map((slip) => ({ ...slip, file })));
  const { raw, homes, clashes } = compose(files);
  const loaded = loadScenario(raw);
  if (loaded.ok && slips.length + clashes.length === 0) return loaded;
  const isRead = [...files.values()].every(({ value }) => value !== undefined);
  const found = loaded.ok ? [] : loaded.problems.filter(({ path }) => path !== '' && (isRead || !isAbsent(raw, path)));
  const absent = found.filter(({ path }) => isAbsent(raw, path));
  const placed = found.filter((one) => !absent.includes(one)).map((one) => place(files, homes, one));
  return {
    ok: false,
    problems: [...slips, ...clashes, ...absentParts(files, absent), ...placed],
    isShape: !isRead || !scenarioSchema.safeParse(raw).success,
  };
};

/** The root of the paths in a file is only known when the file is: a list of cards is called `cards`. */
const readFile = (file: string, text: string): JsonText => {
  const read = readJsonText(text, []);
  return read.value !== undefined && isWholeFile(file, read.value) ? readJsonText(text, [file]) : read;
};

type Composed = {
  readonly raw: { readonly [part: string]: unknown };
  /** In which file each part stands. */ readonly homes: ReadonlyMap<string, string>;
  readonly clashes: readonly PlacedProblem[];
};

const compose = (files: Files): Composed => {
  const parts = new Map<string, unknown>();
  const homes = new Map<string, string>();
  const clashes: PlacedProblem[] = [];
  for (const [file, { value, lines }] of files) {
    for (const [part, data] of value === undefined ? [] : partsOfFile(file, value)) {
      const home = homes.get(part);
      const message = `This part stands in ${home}.json too. Remove one of the two, or move a spare file out of the folder.`;
      if (home !== undefined) clashes.push({ path: part, message, file, line: lines.get(part) ?? null });
      homes.set(part, home ?? file);
      if (home === undefined) parts.set(part, data);
    }
  }
  return { raw: Object.fromEntries(parts), homes, clashes };
};

const partOf = (path: string): string => /^[^.[]*/u.exec(path)?.[0] ?? '';
const isAbsent = (raw: { readonly [part: string]: unknown }, path: string): boolean =>
  !Object.hasOwn(raw, partOf(path));

const place = (files: Files, homes: ReadonlyMap<string, string>, problem: Problem): PlacedProblem => {
  const file = homes.get(partOf(problem.path)) ?? null;
  const lines = file === null ? undefined : files.get(file)?.lines;
  let path = problem.path;
  while (lines !== undefined && path !== '' && !lines.has(path))
    path = path.replace(/(?:\.[^.[]*|\[\d+\]|^[^.[]*)$/u, '');
  return { ...problem, file, line: lines?.get(path) ?? null };
};

/** Files as the scenarios of the game have them: part by part where a file is not called like its only part. */
const FILE_OF: { readonly [part: string]: string } = {
  ...{ sites: 'assets', routes: 'assets', fronts: 'assets', projects: 'assets' },
  ...{ objectives: 'objectives', agendas: 'objectives', portfolios: 'portfolios', portfolioNotes: 'portfolios' },
};
const OWN_FILES = ['actions', 'agreements', 'cards', 'measures', 'offers', 'plans', 'policies', 'sources', 'tracks'];

/** A missing file is one fault, however many parts it should have held. */
const absentParts = (files: Files, absent: readonly Problem[]): PlacedProblem[] => {
  const [only] = files.size === 1 ? files.keys() : [];
  const homeOf = ({ path }: Problem): string => only ?? FILE_OF[path] ?? (OWN_FILES.includes(path) ? path : 'scenario');
  const homes = [...new Set(absent.map(homeOf))];
  return homes.flatMap((file): PlacedProblem[] => {
    const here = absent.filter((problem) => homeOf(problem) === file);
    if (files.has(file)) return here.map((problem) => ({ ...problem, file, line: null }));
    const parts = here.map(({ path }) => path).join(', ');
    const message = `This file is missing; it holds ${parts}. ${meantFile(file, files)}`;
    return [{ path: '', message, file, line: null }];
  });
};

const meantFile = (file: string, files: Files): string => {
  const said = suggest(file, files.keys());
  return said.startsWith('Did')
    ? `Is it called ${/“(.*)”/u.exec(said)?.[1]}.json?`
    : 'Take it from a scenario that is sound.';
};
