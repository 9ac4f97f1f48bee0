import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scenarioJsonSchema } from '../../shared/scenarios/json-schema.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

const PUBLISHED = 'docs/scenario.schema.json';
const published = read(PUBLISHED) as z.core.JSONSchema.JSONSchema;
/** The published text as any validator reads it, not the schema that it was made from. */
const fits = (data: unknown): boolean => validator.safeParse(data).success;
const validator = z.fromJSONSchema(published);

test('it is what the loader asks for: npm run -s scenario -- schema > docs/scenario.schema.json, then npm run format', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

test('it names every part of a scenario', () => {
  expect([...(published.$defs?.scenario?.required ?? [])].sort()).toEqual(Object.keys(tiny).sort());
});

const CHARTER = 'shared/scenarios/charter-2025';
test.each(readdirSync(at(CHARTER)))('%s fits', (file) => {
  expect(fits(read(`${CHARTER}/${file}`))).toBe(true);
});

test('a whole scenario in one file fits', () => {
  expect(fits(read('shared/scenarios/tiny/tiny.json'))).toBe(true);
});

const [card] = tiny.cards;
test.each([
  ['a text for a number', [{ ...card, turn: 'two' }]],
  ['a number out of bounds', [{ ...card, weight: -1 }]],
  ['a misspelt key', [{ ...card, titel: 'Rain' }]],
  ['an effect of no kind', [{ ...card, effects: [{ kind: 'rain' }] }]],
  ['a part of no scenario', { title: 'Rain', crads: [] }],
])('what does not fit: %s', (_name, data) => {
  expect(fits(data)).toBe(false);
});

/** Fields without a word on what they are, as `shape.field`; the numbers of the rules are told elsewhere. */
const untold = (node: unknown, within: string): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, object]) => {
    if (key !== 'properties') return untold(value, within);
    return Object.entries(value).flatMap(([field, inner]: [string, object]) => [
      ...('description' in inner ? [] : [`${within}.${field}`]),
      ...untold(inner, field),
    ]);
  });
};

describe('an editor can say what each field is', () => {
  const { magnitudes: _, ...shapes } = published.$defs ?? {};
  test.each(Object.entries(shapes))('%s', (name, shape) => {
    expect(untold(shape, name)).toEqual([]);
  });
});
