import type { PowerId } from '../../../shared/model/ids.ts';
import { MOTIONS, type Motion } from '../../../shared/model/state.ts';
import { extensionOf, votesNeeded } from '../../../shared/rules/votes.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { useMe, useView } from '../panel-hooks.ts';

export type Vote = {
  readonly on: Motion;
  readonly agreed: readonly PowerId[];
  readonly need: number;
  readonly mine: boolean;
};

/** What may be voted on now, by whom it is wanted, and how many it takes. */
export const useVotes = (): { readonly votes: readonly Vote[]; readonly asked: number; readonly mayVote: boolean } => {
  const view = useView();
  const me = useMe();
  const { send } = useIntents();
  const { table, settings } = view;
  const running = !settings.facilitated && (table.phase === 'negotiation' || table.phase === 'orders');
  const may = (on: Motion): boolean => (on === 'resume') === (table.paused !== null);
  const clocked = table.deadline !== null || table.paused !== null;
  const people = Object.values(table.seats).filter(({ sitter }) => sitter.by === 'human').length;
  const votes = MOTIONS.filter(may).map((on): Vote => {
    const agreed = table.votes?.[on] ?? [];
    return { on, agreed, need: votesNeeded(view, on), mine: me !== null && agreed.includes(me) };
  });
  const mayVote = send !== null && me !== null && table.seats[me]?.sitter.by === 'human';
  return { votes: running && clocked ? votes : [], asked: people, mayVote };
};

const MINUTE = 60_000;
const spanText = (milliseconds: number): string =>
  milliseconds >= 120 * MINUTE
    ? t('vote.hours', { n: Math.floor(milliseconds / (60 * MINUTE)) })
    : t('vote.minutes', { n: Math.max(1, Math.floor(milliseconds / MINUTE)) });

export const useMotionText = (): ((on: Motion) => string) => {
  const view = useView();
  return (on) => (on === 'extend' ? t('vote.extend', { more: spanText(extensionOf(view)) }) : t(`vote.${on}`));
};
