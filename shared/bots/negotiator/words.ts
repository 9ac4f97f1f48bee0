import type { PowerInput } from '../../model/input.ts';
import type { Deed, Motive } from '../motive.ts';
import type { Mind } from './mind.ts';

/** Of a hundred turns in which it could give a reason, those in which it does. */
const TALKATIVE = 40;

const SENTENCES: { readonly [D in Deed]?: (title: string) => string } = {
  decline: (title) => `We cannot sign “${title}”: it would cost us more than it brings.`,
  counter: (title) => `“${title}” asks too much for what it gives. We have put another text beside it.`,
  sign: (title) => `We have signed “${title}”, because both sides gain by it.`,
};

/** One short reason, seldom, to whoever made the offer and to nobody else: offers are known to their parties alone. */
export const reasonFor = ({ view, me, luck, others }: Mind, motives: readonly Motive[]): readonly PowerInput[] => {
  const { press } = view.settings;
  if (press !== 'full' || luck.integer(1, 100) > TALKATIVE) return [];
  const spoken = view.messages.some((one) => one.by === me && one.turn === view.board.turn);
  const told = [...motives].sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
  for (const { deed, about } of spoken ? [] : told) {
    const offer = view.proposals.find((one) => one.id === about);
    const sentence = SENTENCES[deed];
    if (offer === undefined || sentence === undefined || !others.includes(offer.by)) continue;
    return [{ kind: 'say', to: [offer.by], text: sentence(offer.draft.title) }];
  }
  return [];
};
