import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nativeDigest } from '../../server/machine.ts';
import { digestInScript } from '../../shared/kernel/digest.ts';

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 5 });

test('a digest is the same whichever way it is made', () => {
  fc.assert(
    fc.property(texts, (some) => {
      expect(nativeDigest(some)).toBe(digestInScript(some));
    }),
    { numRuns: 2_000 },
  );
  // Halves of a pair, which no text that was sent can hold.
  for (const some of [[''], [], ['\ud800'], ['a\udc00', '\ud800'], ['\ud800', '\udc00'], ['Հայաստան', '🇦🇲']])
    expect(nativeDigest(some)).toBe(digestInScript(some));
});
