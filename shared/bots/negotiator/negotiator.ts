import type { AgreementDraft } from '../../model/agreement.ts';
import type { BotChoice, PowerInput } from '../../model/input.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeatView } from '../../model/seat-view.ts';
import type { BotLuck, Thought } from '../bots.ts';
import type { Motive } from '../motive.ts';
import { consentsFor } from '../scripted-treaty.ts';
import { answersFor } from './answers.ts';
import { worthToMe } from './appraisal.ts';
import { type Bundle, bundleWith } from './bundles.ts';
import { type Mind, openMind } from './mind.ts';
import { decide } from './orders.ts';
import { roadBundles } from './roads.ts';
import type { Weigh } from './stakes.ts';
import { reasonFor } from './words.ts';

/** A negotiator: bargains while the doors are open, and orders when they are shut. */
export const negotiatorThinks = (
  scenario: Scenario,
  view: SeatView,
  choice: BotChoice,
  luck: BotLuck,
  ready: boolean,
  path: Weigh | null = null,
): Thought => {
  const mind = openMind(scenario, view, choice, luck, path);
  const open = view.table.phase === 'negotiation';
  const talks: Thought = open ? bargain(mind, ready) : { acts: [], motives: [] };
  if (open && !view.settings.oneWindow) return talks;
  if (ready && !open) return talks;
  const { set, motives } = decide(mind);
  return {
    acts: [...talks.acts, { kind: 'submitOrders', orders: set }],
    motives: [...talks.motives, ...motives],
  };
};

/** Answers first, then what it would like itself. */
const bargain = (mind: Mind, ready: boolean): Thought => {
  const { view, me, reach } = mind;
  const made = view.proposals.filter((one) => one.by === me && one.turn === view.board.turn).length;
  const { acts, motives, pledged } = answersFor(mind, Math.max(0, reach.offers + 1 - made));
  const countered = acts.filter((act) => act.kind === 'propose').length;
  const offers =
    ready || made + countered >= reach.offers ? [] : offersFor(mind, reach.offers - made - countered, pledged);
  const proposed = offers.map(({ draft }): PowerInput => ({ kind: 'propose', draft, expires: view.board.turn }));
  const reasons = offers.map(
    ({ draft, mine }): Motive => ({
      deed: 'propose',
      about: null,
      worth: mine,
      text: `“${draft.title}” would serve both sides.`,
    }),
  );
  const acted = [...acts, ...consentsFor(view), ...proposed, ...reasonFor(mind, motives)];
  return { acts: acted, motives: [...motives, ...reasons] };
};

const offersFor = (mind: Mind, most: number, before: readonly AgreementDraft[]): readonly Bundle[] => {
  const { luck, others, reach } = mind;
  const partners = luck.shuffled(others).slice(0, reach.partners);
  const found = [
    ...roadBundles(mind, reach.roads),
    ...partners.flatMap((partner) => {
      const bundle = bundleWith(mind, partner);
      return bundle === null ? [] : [bundle];
    }),
  ];
  const chosen: Bundle[] = [];
  const pledged = [...before];
  for (const bundle of found.sort((a, b) => b.mine - a.mine)) {
    if (chosen.length >= most) break;
    if (isStale(mind, bundle.draft) || worthToMe(mind, bundle.draft, pledged) < reach.wants) continue;
    chosen.push(bundle);
    pledged.push(bundle.draft);
  }
  return chosen;
};

/** Offered lately, or standing already. */
const isStale = ({ view }: Mind, draft: Bundle['draft']): boolean => {
  const text = textOf(draft);
  const { turn } = view.board;
  return (
    view.proposals.some((one) => one.turn >= turn - 2 && one.status !== 'concluded' && textOf(one.draft) === text) ||
    view.agreements.some((one) => one.status === 'inForce' && textOf(one) === text)
  );
};

const textOf = ({ parties, clauses }: Pick<Bundle['draft'], 'parties' | 'clauses'>): string =>
  JSON.stringify([[...parties].sort(), clauses.map(({ by, to, terms }) => [by, to, terms])]);
