import { flowAlong } from '../../catalogue/reckoning.ts';
import { indexOf, ownersOf } from '../../catalogue/scenario-index.ts';
import { REGIMES, type Regime, type RouteDefinition } from '../../model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import { worthIfKept } from './appraisal.ts';
import { type Bundle, draftOf, giftsBetween, weighed } from './bundles.ts';
import { clauseOf } from './gifts.ts';
import type { Mind } from './mind.ts';
import { isSettled } from './settled.ts';

/** How long those who open a road bind themselves; null for good. */
const FOR_GOOD = null;
/** A road that brings its owners less is not worth the talk. */
const LEAST = -400;

/** Offers to open what is shut: every road on which a gate of mine lies, or by which I would gain. */
export const roadBundles = (mind: Mind, most: number): Bundle[] => {
  const { scenario, board, luck } = mind;
  const shut = luck.shuffled(scenario.routes.filter((route) => flowAlong(route, board) < 2));
  const found: Bundle[] = [];
  for (const route of shut) {
    if (found.length >= most) break;
    const bundle = roadBundle(mind, route);
    if (bundle !== null) found.push(bundle);
  }
  return found;
};

const roadBundle = (mind: Mind, route: RouteDefinition): Bundle | null => {
  const { scenario, board, me, luck } = mind;
  const owners = ownersOf(route, indexOf(scenario).isPower);
  if (owners.length === 0) return null;
  const regimes: readonly Regime[] =
    route.contested && board.routes[route.id]?.regime === 'none'
      ? luck.shuffled(REGIMES.filter((one) => one !== 'none'))
      : ['none'];
  let best: Bundle | null = null;
  for (const regime of regimes) {
    const clauses = openingOf(mind, route, owners, regime);
    if (clauses.length === 0) return null;
    const parties = owners.includes(me) ? owners : [...owners, me];
    const bundle = balanced(mind, parties, clauses);
    if (bundle !== null && (best === null || fitness(mind, bundle) > fitness(mind, best))) best = bundle;
  }
  return best;
};

/** The even one of two, as far as the others have not enough. */
const fitness = ({ reach }: Mind, { mine, theirs }: Bundle): number =>
  mine + 2 * Math.min(mine, reach.generous, ...Object.values(theirs));

/** Every owner opens what is shut at its end, under one regime where there is none. */
const openingOf = (
  mind: Mind,
  route: RouteDefinition,
  owners: readonly PowerId[],
  regime: Regime,
): readonly ClauseDraft[] => {
  const { board } = mind;
  const gates = route.gates.flatMap(({ id, owner }): ClauseDraft[] => {
    if (!owners.includes(owner) || board.gates[id]?.status === 'open') return [];
    const rest = owners.filter((one) => one !== owner);
    const terms: ClauseTerms = { kind: 'gate', gate: id, status: 'open' };
    return rest.length === 0 || isSettled(mind, owner, terms)
      ? []
      : [clauseOf(board.turn, [owner], rest, terms, FOR_GOOD)];
  });
  if (regime === 'none') return gates;
  return [clauseOf(board.turn, owners, owners, { kind: 'gate', route: route.id, regime }, FOR_GOOD), ...gates];
};

/** Who gains much adds what those who lose would like, until nobody loses. */
const balanced = (mind: Mind, parties: readonly PowerId[], opening: readonly ClauseDraft[]): Bundle | null => {
  const { me } = mind;
  let clauses = opening;
  // Who only profits from a road and promises nothing for it has no part in its text.
  if (!opening.some(({ by }) => by.includes(me))) {
    const thanks = thanksOf(mind, clauses, me, parties.find((one) => one !== me) ?? me);
    if (thanks === null) return null;
    clauses = [...clauses, thanks];
  }
  for (let added = 0; added < mind.reach.clauses; added += 1) {
    const draft = draftOf(parties, clauses, { title: '-', visibility: 'public', form: 'statement', until: FOR_GOOD });
    const worths = parties.map((one) => ({ one, worth: worthIfKept(mind, draft, one) }));
    const poorest = worths.reduce((a, b) => (b.worth < a.worth ? b : a));
    const richest = worths.reduce((a, b) => (b.worth > a.worth ? b : a));
    if (poorest.worth >= mind.reach.leaves) return weighed(mind, parties, clauses, FOR_GOOD);
    if (poorest.worth < LEAST || richest.worth < 60 || richest.one === poorest.one) return null;
    const thanks = thanksOf(mind, clauses, richest.one, poorest.one);
    if (thanks === null) return null;
    clauses = [...clauses, thanks];
  }
  return null;
};

/** What one party would add to please another: worth most to it for what it costs. */
const thanksOf = (mind: Mind, clauses: readonly ClauseDraft[], giver: PowerId, to: PowerId): ClauseDraft | null => {
  let best: { clause: ClauseDraft; gain: number } | null = null;
  for (const gift of giftsBetween(mind, giver, to)) {
    if (gift.to < 15 || clauses.some((one) => isSame(one, gift.clause))) continue;
    const gain = gift.to + 2 * Math.min(0, gift.giver);
    if (best === null || gain > best.gain) best = { clause: gift.clause, gain };
  }
  return best?.clause ?? null;
};

const isSame = (a: ClauseDraft, b: ClauseDraft): boolean =>
  a.by[0] === b.by[0] && JSON.stringify(a.terms) === JSON.stringify(b.terms);
