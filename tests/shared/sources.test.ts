import { describe, expect, test } from 'vitest';
import { citedIn, unknownIn } from '../../shared/catalogue/sources.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { loadScenario } from '../../shared/scenarios/load-scenario.ts';
import tinyData from '../../shared/scenarios/tiny/tiny.json' with { type: 'json' };

const SOURCES = ['S01', 'S02', 'T001', 'T002', 'T003', 'GK'].map((id) => ({ id, text: `What ${id} says` }));
const scenario = { ...charter2025, sources: SOURCES };
const ids = (text: string) => citedIn(scenario, text).map((source) => source.id);

describe('the sources that a text names', () => {
  test.each([
    ['one', 'S01', ['S01']],
    ['several, in their order', 'T002, S01; GK', ['T002', 'S01', 'GK']],
    ['from one to another', 'T001–T003', ['T001', 'T002', 'T003']],
    ['each once', 'S01, S01', ['S01']],
    ['in a sentence', 'It is 24 at the start [S02].', ['S02']],
    ['none in words', 'design estimate', []],
    ['none that is in no list', 'S77', []],
    ['the ends alone of what is no range', 'T003–T001', ['T003', 'T001']],
  ])('%s', (_what, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('what looks like an id must be one; words are free', () => {
    expect(unknownIn(scenario, 'S01, S77; an atlas of 1998, T001–T009')).toEqual(['S77', 'T009']);
  });
});

describe('the check', () => {
  const problemsOf = (data: object) => {
    const loaded = loadScenario({ ...tinyData, ...data });
    return loaded.ok ? [] : loaded.problems;
  };
  const [route, ...routes] = tinyData.routes;
  test('names a source that is in no list, with what was probably meant', () => {
    expect(problemsOf({ sources: SOURCES, routes: [{ ...route, source: 'S03, S01' }, ...routes] })).toEqual([
      { path: 'routes[0].source', message: 'There is no source called “S03”. Did you mean “S01”?' },
    ]);
  });
  test('names a source that is there twice', () => {
    const twice = [...SOURCES, { id: 'GK', text: 'Again' }];
    expect(problemsOf({ sources: twice }).map(({ path }) => path)).toEqual(['sources[6].id']);
  });
});

describe('Charter 2025', () => {
  test('every reference leads to something that can be read', () => {
    const mute: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'source' && typeof inner === 'string' && citedIn(charter2025, inner).length === 0) mute.push(inner);
        else look(inner);
      }
    };
    look({ ...charter2025, sources: [], measures: charter2025.measures.filter((one) => one.status !== 'idle') });
    expect(mute).toEqual([]);
  });
  test('sources that stand on others lead there', () => {
    const quantities = charter2025.sources.filter(({ id }) => id.startsWith('Q'));
    expect(quantities.length).toBeGreaterThan(30);
    expect(
      quantities.filter(({ text }) => unknownIn(charter2025, text.match(/\[(S\d\d)\]/u)?.[1] ?? '').length > 0),
    ).toEqual([]);
  });
});
