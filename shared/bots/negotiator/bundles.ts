import type { AgreementDraft } from '../../model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import { refuseDraft } from '../../rules/refusal-treaty.ts';
import { worthIfKept, worthToMe } from './appraisal.ts';
import { clauseOf, giftsOf } from './gifts.ts';
import type { Mind } from './mind.ts';
import { isSettled } from './settled.ts';

/** A draft that somebody could put on the table, and what it is reckoned to be worth to each party. */
export type Bundle = {
  readonly draft: AgreementDraft;
  readonly mine: number;
  readonly theirs: { readonly [power: PowerId]: number };
};

/** Best gifts of each side that are tried against each other. */
const KEPT = 10;

/** A promise with what it is worth to me and to the other. */
type Part = { readonly clause: ClauseDraft; readonly mine: number; readonly theirs: number };

export const draftOf = (
  parties: readonly PowerId[],
  clauses: readonly ClauseDraft[],
  rest: Pick<AgreementDraft, 'title' | 'visibility' | 'form' | 'until'>,
): AgreementDraft => ({ ...rest, parties, notice: 1, clauses });

/** One promise, and what it would be worth to who makes it and who gets it. */
export type Gift = { readonly clause: ClauseDraft; readonly giver: number; readonly to: number };
const known = new WeakMap<Mind, Map<string, readonly Gift[]>>();

/** What each single promise from one to another would be worth to both, reckoned once a thought. */
export const giftsBetween = (mind: Mind, giver: PowerId, to: PowerId): readonly Gift[] => {
  const byPair = known.get(mind) ?? new Map<string, readonly Gift[]>();
  known.set(mind, byPair);
  const key = `${giver}/${to}`;
  const before = byPair.get(key);
  if (before !== undefined) return before;
  const { scenario, board } = mind;
  const parties = [giver, to];
  const offered = [...giftsOf(scenario, board, giver, to), ...(giver === mind.me ? secretsFor(mind, to) : [])].filter(
    (terms) => !isSettled(mind, giver, terms),
  );
  const gifts = offered.map((terms): Gift => {
    const clause = clauseOf(board.turn, [giver], [to], terms, null);
    const draft = draftOf(parties, [clause], { title: '-', visibility: 'public', form: 'statement', until: null });
    return { clause, giver: worthIfKept(mind, draft, giver), to: worthIfKept(mind, draft, to) };
  });
  byPair.set(key, gifts);
  return gifts;
};

/** My secrets that another has no part in: who keeps faith with those it shares them with does not offer them. */
const secretsFor = ({ view, me, character }: Mind, to: PowerId): readonly ClauseTerms[] =>
  character.temperament === 'steadfast'
    ? []
    : view.agreements
        .filter(
          ({ visibility, parties, status }) =>
            visibility === 'secret' && status === 'inForce' && parties.includes(me) && !parties.includes(to),
        )
        .slice(-1)
        .map(({ id }) => ({ kind: 'disclose', agreement: id }));

const until = (clause: ClauseDraft, end: number | null): ClauseDraft =>
  end === null ? clause : { ...clause, until: Math.min(clause.until ?? end, end) };

const partsWith = (mind: Mind, partner: PowerId, end: number | null): Part[] => [
  ...giftsBetween(mind, partner, mind.me).map(({ clause, giver, to }) => ({
    clause: until(clause, end),
    mine: to,
    theirs: giver,
  })),
  ...giftsBetween(mind, mind.me, partner).map(({ clause, giver, to }) => ({
    clause: until(clause, end),
    mine: giver,
    theirs: to,
  })),
];

/** Both must gain: the more even, the better, until the other has enough. */
const product = ({ reach }: Mind, mine: number, theirs: number): number =>
  mine > 0 && theirs > 0 ? mine * Math.min(theirs, reach.generous) : Math.min(mine, theirs) * 1000;

const jittered = (mind: Mind, value: number): number =>
  value * (1 + mind.luck.integer(-mind.reach.bias, mind.reach.bias) / 100) +
  mind.luck.integer(-mind.reach.blur, mind.reach.blur);

/** The best exchange of promises with one partner that I can think of; null when there is none. */
export const bundleWith = (mind: Mind, partner: PowerId): Bundle | null => {
  const { luck, board, left } = mind;
  const end = luck.integer(1, 100) <= 60 ? null : board.turn + Math.min(left, luck.integer(3, 6));
  const parts = partsWith(mind, partner, end).map((part) => ({
    ...part,
    mine: jittered(mind, part.mine),
    theirs: jittered(mind, part.theirs),
  }));
  const chosen = choose(mind, parts);
  return chosen.length === 0
    ? null
    : weighed(
        mind,
        [mind.me, partner],
        chosen.map(({ clause }) => clause),
        end,
      );
};

const choose = (mind: Mind, parts: readonly Part[]): readonly Part[] => {
  const isMine = ({ clause }: Part): boolean => clause.by.includes(mind.me);
  const wanted = parts
    .filter((part) => !isMine(part))
    .sort((a, b) => b.mine - a.mine)
    .slice(0, KEPT);
  const given = parts
    .filter(isMine)
    .sort((a, b) => b.theirs - a.theirs)
    .slice(0, KEPT);
  let best: readonly Part[] = [];
  let worth = 0;
  for (const one of wanted)
    for (const other of given) {
      const set = [one, other];
      const reached = product(mind, sum(set, 'mine'), sum(set, 'theirs'));
      if (reached > worth) [best, worth] = [set, reached];
    }
  while (best.length > 0 && best.length < mind.reach.clauses) {
    const [mine, theirs] = [sum(best, 'mine'), sum(best, 'theirs')];
    let next: Part | null = null;
    for (const part of parts) {
      if (best.some((one) => clashes(one, part))) continue;
      const reached = product(mind, mine + part.mine, theirs + part.theirs);
      if (reached > worth * 1.1) [next, worth] = [part, reached];
    }
    if (next === null) break;
    best = [...best, next];
  }
  return best;
};

const sum = (parts: readonly Part[], side: 'mine' | 'theirs'): number =>
  parts.reduce((total, part) => total + part[side], 0);

/** One promise of a kind by each side is enough of it. */
const clashes = (a: Part, b: Part): boolean =>
  a === b ||
  (a.clause.terms.kind === b.clause.terms.kind && a.clause.by[0] === b.clause.by[0] && a.clause.terms.kind !== 'do');

/** Looks at the whole text: null unless it may be written and brings every party something. */
export const weighed = (
  mind: Mind,
  parties: readonly PowerId[],
  clauses: readonly ClauseDraft[],
  until: number | null,
): Bundle | null => {
  const { scenario, board, me } = mind;
  // Who promises nothing is given something for nothing, and nobody does that.
  if (parties.some((one) => !clauses.some(({ by }) => by.includes(one)))) return null;
  const draft = dressed(mind, parties, clauses, until);
  if (refuseDraft(scenario, board, me, draft, (id) => board.agreements[id]) !== null) return null;
  const mine = worthToMe(mind, draft, pledgedBy(mind));
  if (mine < mind.reach.wants) return null;
  const theirs: Record<PowerId, number> = {};
  for (const one of parties) {
    if (one === me) continue;
    theirs[one] = worthIfKept(mind, draft, one);
    if ((theirs[one] ?? 0) < mind.reach.leaves) return null;
  }
  return { draft, mine, theirs };
};

/** Of an outsider that would lose by a text, how much makes it better kept quiet. */
const HURT = 35;

/** Form and visibility: a treaty where much hangs on another's word, a secret where somebody else would mind. */
const dressed = (
  mind: Mind,
  parties: readonly PowerId[],
  clauses: readonly ClauseDraft[],
  until: number | null,
): AgreementDraft => {
  const capital = mind.view.tracks[mind.me]?.exact?.capital ?? 0;
  const doubtful = parties.some((one) => one !== mind.me && mind.trust(one) < 62);
  const form = doubtful && capital > 2 && mind.luck.integer(1, 100) <= 60 ? 'treaty' : 'statement';
  const title = titleOf(mind, parties, clauses);
  const open = draftOf(parties, clauses, { title, visibility: 'public', form, until });
  const secret: AgreementDraft = { ...open, visibility: 'secret' };
  // A text that hands over a secret names it: to be read by all, it would tell all of it.
  if (clauses.some(({ terms }) => terms.kind === 'disclose')) return secret;
  const hurt = mind.others.some((one) => !parties.includes(one) && worthIfKept(mind, open, one) < -HURT);
  if (!hurt || mind.luck.integer(1, 100) > 90) return open;
  return worthIfKept(mind, secret, mind.me) * 10 >= worthIfKept(mind, open, mind.me) * 8 ? secret : open;
};

const titleOf = ({ scenario, board }: Mind, parties: readonly PowerId[], clauses: readonly ClauseDraft[]): string => {
  const names = parties.map((id) => scenario.powers.find((power) => power.id === id)?.name ?? id);
  const kinds = [...new Set(clauses.map(({ terms }) => TITLES[terms.kind]))].slice(0, 2);
  return `${kinds.join(' and ')}: ${names.join(', ')} (turn ${board.turn})`;
};

const TITLES: { readonly [K in ClauseDraft['terms']['kind']]: string } = {
  do: 'Deeds',
  refrain: 'Restraint',
  pay: 'Aid',
  welcome: 'Access',
  gate: 'Crossings',
  host: 'Sites',
  supply: 'Supply',
  guarantee: 'Guarantee',
  recognise: 'Recognition',
  member: 'Membership',
  disclose: 'Disclosure',
};

/** What I have offered this turn and may be held to before it is over. */
export const pledgedBy = ({ view, me }: Mind): readonly AgreementDraft[] =>
  view.proposals
    .filter((one) => one.status === 'open' && one.turn === view.board.turn && one.signed.includes(me))
    .map((one) => one.draft);
