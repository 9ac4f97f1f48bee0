import type { Scenario, SourceDefinition } from '../model/scenario.ts';

/** `S44`, or `T028–T031` for all from the one to the other. */
const REFERENCE = /\b([A-Z]+\d*)(?:–([A-Z]+\d+))?/gu;

const known = new WeakMap<Scenario, ReadonlyMap<string, SourceDefinition>>();

const sourcesOf = (scenario: Scenario): ReadonlyMap<string, SourceDefinition> => {
  let sources = known.get(scenario);
  if (sources === undefined) {
    sources = new Map(scenario.sources.map((source) => [source.id, source]));
    known.set(scenario, sources);
  }
  return sources;
};

/** The sources that a text names by their ids, each once, in the order in which they are named. */
export const citedIn = (scenario: Scenario, text: string): readonly SourceDefinition[] => {
  const sources = sourcesOf(scenario);
  const cited = new Set<SourceDefinition>();
  for (const [, first = '', last] of text.matchAll(REFERENCE)) {
    const range = last === undefined ? [first] : between(scenario, first, last);
    for (const id of range) {
      const source = sources.get(id);
      if (source !== undefined) cited.add(source);
    }
  }
  return [...cited];
};

const between = (scenario: Scenario, first: string, last: string): readonly string[] => {
  const ids = scenario.sources.map((source) => source.id);
  const from = ids.indexOf(first);
  const to = ids.indexOf(last);
  return from < 0 || to < from ? [first, last] : ids.slice(from, to + 1);
};

/** What a reference to sources names that is in no list: words are free, but what looks like an id must be one. */
export const unknownIn = (scenario: Scenario, reference: string): readonly string[] => {
  const sources = sourcesOf(scenario);
  const named = reference
    .split(/[,;–]/u)
    .map((one) => one.trim())
    .filter((one) => /^[A-Z]+\d+$/u.test(one));
  return named.filter((id) => !sources.has(id));
};
