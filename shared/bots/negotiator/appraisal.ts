import type { AgreementDraft } from '../../model/agreement.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import { isWelcome } from '../../model/portfolio.ts';
import { placedClash } from '../../rules/clauses/clash.ts';
import { clashesOf } from '../../rules/warnings.ts';
import { priceOf, sideOf, signingCost } from './burden.ts';
import { campaignsOf } from './campaign.ts';
import { agreedBoard } from './kept.ts';
import type { Mind } from './mind.ts';
import { promisesOfMine } from './owed.ts';
import { touchedBy } from './touched.ts';

/** What two promises cost of which one must be broken, in hundredths: who keeps its word does not make them. */
const TORN = { steadfast: 5000, opportunist: 450 } as const;

const everything = (): boolean => true;

/** Hundredths that a draft is worth to a power, all its promises kept. */
export const worthIfKept = (mind: Mind, draft: AgreementDraft, power: PowerId): number =>
  worthWith(mind, draft, power, everything);

const worthWith = (
  mind: Mind,
  draft: AgreementDraft,
  power: PowerId,
  isKept: (clause: ClauseDraft) => boolean,
): number => {
  const { scenario, board } = mind;
  const after = agreedBoard(scenario, board, draft, isKept);
  let sum = mind.change(power, after, touchedBy(scenario, draft)) - signingCost(scenario, draft);
  for (const clause of draft.clauses) if (isKept(clause)) sum += sideOf(scenario, board, clause, power);
  return power === mind.me ? sum - forgone(mind, draft) : sum;
};

/** What I could win by force and would give up by a promise. */
const forgone = (mind: Mind, { clauses }: AgreementDraft): number => {
  let sum = 0;
  for (const { terms, by, to } of clauses) {
    if (terms.kind !== 'refrain' || !by.includes(mind.me) || !FORCE.has(terms.order.verb)) continue;
    for (const one of campaignsOf(mind)) if (to.includes(one.host)) sum += Math.max(0, one.worth);
  }
  return sum;
};

const FORCE: ReadonlySet<string> = new Set(['force', 'operate']);

/** What a draft is worth to me, with others believed as far as they deserve it, and what I promised elsewhere counted in. */
export const worthToMe = (mind: Mind, draft: AgreementDraft, pledged: readonly AgreementDraft[] = []): number => {
  const { me } = mind;
  const kept = worthIfKept(mind, draft, me);
  const others = draft.clauses.flatMap(({ by }) => by.filter((one) => one !== me));
  const clash = clashCost(mind, draft, pledged);
  if (others.length === 0) return kept - clash;
  const trust = Math.min(...others.map((one) => mind.trust(one)));
  const alone = worthWith(mind, draft, me, (clause) => clause.by.includes(me));
  return Math.round((kept * trust + Math.min(kept, alone) * (100 - trust)) / 100) - clash;
};

const promisesBy = ({ clauses }: AgreementDraft, power: PowerId): readonly ClauseDraft[] =>
  clauses.filter(({ by }) => by.includes(power));

/** What it would cost me to keep both this and what stands or is pledged; nothing where the third party that must consent is at the table. */
const clashCost = (mind: Mind, draft: AgreementDraft, pledged: readonly AgreementDraft[]): number => {
  const { view, me, scenario, character } = mind;
  let count = 0;
  for (const { power, against } of clashesOf(scenario, view, draft)) {
    if (power !== me) continue;
    if ('agreement' in against) {
      const standing = view.agreements.find((one) => one.id === against.agreement);
      const clause = standing?.clauses.find((one) => one.id === against.clause);
      if (clause?.unlessConsentOf !== undefined && draft.parties.includes(clause.unlessConsentOf)) continue;
      // What was broken before the match and is broken still costs nothing more.
      if (clause?.priced === true) continue;
    }
    count += 1;
  }
  const mine = promisesBy(draft, me);
  const given = pledged.flatMap((one) =>
    one.clauses.filter(({ by }) => by.includes(me)).map((clause) => ({ clause, parties: one.parties })),
  );
  for (const clause of mine)
    if (given.some((other) => placedClash(scenario, { clause, parties: draft.parties }, other))) count += 1;
  // A country turns one door a turn, and cannot give more than it has.
  const owed = [...given.map(({ clause }) => clause), ...promisesOfMine(mind).map(({ clause }) => clause)];
  if (doorsAsked(mind, [...mine, ...owed]) > 1 && doorsAsked(mind, mine) > 0) count += 1;
  if (isBeyondMeans(mind, mine, owed)) count += 1;
  return count * TORN[character.temperament];
};

/** Turns of income that a promise of money may lean on. */
const AHEAD = 2;

const isBeyondMeans = (mind: Mind, mine: readonly ClauseDraft[], owed: readonly ClauseDraft[]): boolean => {
  const asked = dearness(mind, mine);
  if (asked === 0) return false;
  const { treasury = 0 } = mind.view.tracks[mind.me]?.exact ?? {};
  return asked + dearness(mind, owed) > treasury + AHEAD * LEAST_INCOME;
};

const LEAST_INCOME = 3;

/** Treasury that deeds and payments ask for. */
const dearness = ({ scenario }: Mind, clauses: readonly ClauseDraft[]): number => {
  let sum = 0;
  for (const { terms, from, until } of clauses) {
    if (terms.kind === 'pay') sum += terms.amount * (terms.each ? Math.min(4, (until ?? from + 3) - from + 1) : 1);
    if (terms.kind === 'do') sum += priceOf(scenario, terms.order).treasury;
  }
  return sum;
};

const doorsAsked = ({ board, me }: Mind, clauses: readonly ClauseDraft[]): number => {
  const now = board.doors[me];
  return clauses.filter(
    ({ terms }) =>
      terms.kind === 'welcome' && now !== undefined && isWelcome(now, terms.area, terms.supplier) !== terms.open,
  ).length;
};
