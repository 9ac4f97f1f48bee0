import { expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { encodeChange } from '../../shared/wire/change.ts';

/** In place of squeezing: all that both ends must agree upon, text and dictionary, digested. */
const agreed = (text: string, dictionary: string): Uint8Array => Buffer.from(digestOf(text, dictionary), 'hex');

/**
 * What a page must reckon as the server does, for a few turns as they are played now. When it comes out
 * otherwise, a page from before could not follow: raise PROTOCOL_VERSION and write the new digest
 * here; where it is only the bots that play otherwise, the digest alone.
 */
test('pages from before can follow, or are told that they are too old', () => {
  const { record } = simulate(charter2025, { seed: 'wire', bots: ['scripted', 'random'], length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  let old = { ...viewFor(charter2025, fold.state, 'ARM') };
  let digest = '';
  for (const logged of record.inputs) {
    const before = old.events.length;
    fold.apply(logged);
    const now = { ...viewFor(charter2025, fold.state, 'ARM') };
    if (now.events.length > before) {
      const change = encodeChange(charter2025, old, now, agreed);
      digest = digestOf(digest, change instanceof Uint8Array ? Buffer.from(change).toString('hex') : String(change));
    }
    old = now;
  }
  expect({ protocol: PROTOCOL_VERSION, digest: digest.slice(0, 16) }).toEqual({
    protocol: 4,
    digest: '251b8abd511d049f',
  });
});
