import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, differ, type Json } from '../../shared/protocol/patch.ts';

/** Names that no object has by itself, as those of fields and of a scenario's things are. */
const name = fc.constantFrom('a', 'b', 'c', 'id', 'ARM');
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, 7, '', 'text'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(name, tie('json'), { maxKeys: 4 }),
  ),
}));

test('a difference makes the one value of the other', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const patch = differ(before, after);
      expect(patch === null ? before : applyPatch(before, patch)).toEqual(after);
    }),
  );
});

const named = (ids: readonly number[], level = 0): Json =>
  ids.map((id) => ({ id: `n${id}`, level, text: 'x'.repeat(99) }));

test('what comes in between others is put there, and moves nothing', () => {
  const patch = differ(named([1, 2, 3]), named([1, 9, 2, 3, 8]));
  expect(JSON.stringify(patch).length).toBeLessThan(320);
  expect(applyPatch(named([1, 2, 3]), patch ?? { set: null })).toEqual(named([1, 9, 2, 3, 8]));
});

test('named things come in, change and go in any order', () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 });
  fc.assert(
    fc.property(some, some, fc.integer({ min: 0, max: 1 }), (before, after, level) => {
      const patch = differ(named(before), named(after, level));
      expect(patch === null ? named(before) : applyPatch(named(before), patch)).toEqual(named(after, level));
    }),
  );
});
