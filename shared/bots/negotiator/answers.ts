import type { AgreementDraft, Proposal } from '../../model/agreement.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import type { PowerInput } from '../../model/input.ts';
import type { Motive } from '../motive.ts';
import { worthIfKept, worthToMe } from './appraisal.ts';
import { giftsBetween, pledgedBy, weighed } from './bundles.ts';
import type { Mind } from './mind.ts';

export type Answers = {
  readonly acts: readonly PowerInput[];
  readonly motives: readonly Motive[];
  /** What I may be held to by them, and by what I offered before. */ readonly pledged: readonly AgreementDraft[];
};

/** A text of the scenario lies on the table until its time is over: it is not declined, only left. */
const isOnTheTable = (proposal: Proposal): boolean => proposal.turn === 0;
/** Hundredths under which an offer is not even worth a counter-offer. */
const HOPELESS = -250;

const SAYS = {
  sign: (title: string) => `It is worth signing “${title}”.`,
  counter: (title: string) => `“${title}” asks too much for what it gives.`,
  decline: (title: string) => `“${title}” would cost more than it brings.`,
} as const;

const motiveOf = (deed: keyof typeof SAYS, { id, draft }: Proposal, worth: number): Motive => ({
  deed,
  about: id,
  worth,
  text: SAYS[deed](draft.title),
});

/** Signs what is worth it, counters what could be, declines the rest. `offersLeft` bounds the counters. */
export const answersFor = (mind: Mind, offersLeft: number): Answers => {
  const { view, me, scenario } = mind;
  let capital = view.tracks[me]?.exact?.capital ?? 0;
  let counters = offersLeft;
  const acts: PowerInput[] = [];
  const motives: Motive[] = [];
  const pledged = [...pledgedBy(mind)];
  for (const proposal of view.proposals) {
    const { id, draft, status, signed } = proposal;
    if (status !== 'open' || signed.includes(me)) continue;
    const worth = worthToMe(mind, draft, pledged) + blurOf(mind);
    const price = draft.form === 'treaty' ? scenario.magnitudes.treaty.capital : 0;
    if (worth >= mind.reach.wants && price <= capital) {
      capital -= price;
      pledged.push(draft);
      acts.push({ kind: 'sign', proposal: id });
      motives.push(motiveOf('sign', proposal, worth));
      continue;
    }
    if (isOnTheTable(proposal)) continue;
    const counter = mind.reach.counters && counters > 0 && worth > HOPELESS ? counterTo(mind, proposal) : null;
    if (counter === null) {
      acts.push({ kind: 'decline', proposal: id });
      motives.push(motiveOf('decline', proposal, worth));
      continue;
    }
    counters -= 1;
    pledged.push(counter);
    acts.push({ kind: 'propose', draft: counter, expires: view.board.turn, counters: id });
    motives.push(motiveOf('counter', proposal, worthToMe(mind, counter)));
  }
  return { acts, motives, pledged };
};

const blurOf = ({ luck, reach }: Mind): number => luck.integer(-reach.blur, reach.blur);

/** The same text with one more promise to me, or without what I can least afford; null when neither pays both. */
const counterTo = (mind: Mind, { draft, by }: Proposal): AgreementDraft | null => {
  const { me } = mind;
  if (draft.parties.some((one) => one !== me && !mind.others.includes(one))) return null;
  let best: { draft: AgreementDraft; even: number } | null = null;
  const consider = (clauses: readonly ClauseDraft[]): void => {
    const text = { ...draft, clauses };
    const mine = worthToMe(mind, text);
    const theirs = worthIfKept(mind, text, by);
    const even = Math.min(mine, theirs);
    if (even >= mind.reach.wants && (best === null || even > best.even)) best = { draft: text, even };
  };
  const wishes = [...giftsBetween(mind, by, me)].sort((a, b) => b.to + b.giver - a.to - a.giver);
  for (const { clause } of wishes.slice(0, mind.reach.tried))
    consider([
      ...draft.clauses,
      { ...clause, until: draft.until === null ? clause.until : Math.min(clause.until ?? draft.until, draft.until) },
    ]);
  if (draft.clauses.length > 1)
    for (const clause of draft.clauses) {
      const fewer = draft.clauses.filter((one) => one !== clause);
      if (clause.by.includes(me) && fewer.every(({ dependsOn }) => dependsOn === undefined)) consider(fewer);
    }
  const found = best as { draft: AgreementDraft; even: number } | null;
  if (found === null) return null;
  return weighed(mind, draft.parties, found.draft.clauses, draft.until)?.draft ?? null;
};
