import { holds } from '../catalogue/conditions.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import type { AgreementDraft, Proposal } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { ClauseTerms } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import { familyOf, isCovert, isFamily, type OrderSet, type Verb, type VerbFamily } from '../model/order.ts';
import { sameDoor } from '../model/portfolio.ts';
import type { Policy, PolicyAcceptance } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { couldBeBrokenBy } from './clauses/registry.ts';
import { conclude } from './conclude.ts';
import type { Log } from './log.ts';

/** A text of the scenario, which no single party can take off the table. */
export const isStandingText = (proposal: Proposal): boolean => proposal.turn === 0;

/** A no: an offer is closed by it; a standing text stays, without the signature of who said it. (TB1) */
export const declineOffer = (
  log: Log,
  proposal: Proposal,
  power: ActorId,
  as: 'declined' | 'withdrawn' | 'voided',
  cause: Cause,
): void => {
  const { parties } = proposal.draft;
  if (isStandingText(proposal)) log.add({ kind: 'declined', proposal: proposal.id, power }, cause, parties);
  else log.add({ kind: 'proposalClosed', proposal: proposal.id, as }, cause, parties);
};

/** Concluded as soon as every party has signed. */
export const signOffer = (log: Log, proposal: Proposal, actor: ActorId, cause: Cause): void => {
  log.add({ kind: 'signed', proposal: proposal.id, power: actor }, cause, proposal.draft.parties);
  const now = log.state.proposals[proposal.id];
  if (now?.draft.parties.every((party) => now.signed.includes(party))) conclude(log, now, cause);
};

/** The doors close: what its time is up for lapses. */
export const lapseOffers = (log: Log, cause: Cause): void => {
  for (const proposal of Object.values(log.state.proposals)) {
    if (proposal.status !== 'open' || proposal.expires > log.state.board.turn) continue;
    log.add({ kind: 'proposalClosed', proposal: proposal.id, as: 'lapsed' }, cause, proposal.draft.parties);
  }
};

/** A contrary act voids an open offer, so that a late acceptance traps nobody. What is covert voids nothing: it would be told by it. (TB2) */
export const voidContradicted = (log: Log): void => {
  const acts = log.events.filter((event) => event.kind === 'ordersRevealed' && event.audience === 'public');
  if (acts.length === 0) return;
  for (const proposal of Object.values(log.state.proposals)) {
    if (proposal.status !== 'open') continue;
    for (const act of acts) {
      if (act.kind !== 'ordersRevealed' || !contradicts(proposal.draft, act.power, act.orders, act.turn)) continue;
      if (isStandingText(proposal) && !proposal.signed.includes(act.power)) continue;
      declineOffer(log, proposal, act.power, 'voided', { kind: 'events', ids: [act.id] });
      if (!isStandingText(proposal)) break;
    }
  }
};

/** Would these orders, or this change of doors, break what is offered, had it been agreed? */
const contradicts = ({ clauses }: AgreementDraft, power: PowerId, { orders, doors }: OrderSet, turn: number): boolean =>
  clauses.some(
    (clause) =>
      clause.by.includes(power) &&
      clause.from <= turn &&
      (orders.some((order) => !isCovert(order) && couldBeBrokenBy(clause, order)) || turnsAgainst(clause.terms, doors)),
  );

const turnsAgainst = (terms: ClauseTerms, doors: OrderSet['doors']): boolean => {
  if (terms.kind !== 'welcome' || doors === null) return false;
  if (!terms.open) return doors.kind === 'welcome' && sameDoor(doors.door, terms);
  if (doors.kind === 'bar' || doors.kind === 'unwelcome') return sameDoor(doors.door, terms);
  return doors.kind === 'welcome' && doors.instead !== undefined && sameDoor(doors.instead, terms);
};

/** When the doors close, non-players answer what all powers among the parties have signed, by their published policy. (NP2) */
export const answerOffers = (log: Log): void => {
  const { isPower } = indexOf(log.scenario);
  for (const { id } of Object.values(log.state.proposals)) {
    const proposal = log.state.proposals[id];
    if (proposal?.status !== 'open') continue;
    const { parties } = proposal.draft;
    if (!parties.every((party) => !isPower.has(party) || proposal.signed.includes(party))) continue;
    for (const actor of parties) {
      const now = log.state.proposals[id];
      if (now?.status !== 'open' || isPower.has(actor) || now.signed.includes(actor)) continue;
      const fault = faultForOutsider(log, actor, now.draft);
      const cause: Cause = { kind: 'policy', actor, rule: fault ?? 'accepts' };
      if (fault === null) signOffer(log, now, actor, cause);
      else {
        declineOffer(log, now, actor, 'declined', cause);
        break;
      }
    }
  }
};

const faultForOutsider = (log: Log, actor: ActorId, draft: AgreementDraft): string | null => {
  const policy = log.scenario.policies.find((one) => one.actor === actor);
  if (policy === undefined) return 'never';
  const { when } = policy.accepts;
  if (when !== null && !holds(when, log.scenario, log.state.board)) return 'when';
  return faultOfDraft(policy, draft, log.state.board);
};

/**
 * What an actor pays each turn by what it has signed in the match, as far as all powers of the draft know of it: to be
 * refused for somebody else's secret would tell of it.
 */
const paidAlready = ({ agreements, tracks, turn }: Purses, actor: ActorId, parties: readonly ActorId[]): number => {
  const powers = parties.filter((party) => tracks[party] !== undefined);
  let sum = 0;
  for (const one of Object.values(agreements)) {
    if (one.status !== 'inForce' || one.origin === 'standing') continue;
    if (one.visibility === 'secret' && !powers.every((power) => one.parties.includes(power))) continue;
    for (const { terms, by, status } of one.clauses)
      if (terms.kind === 'pay' && status === 'pending' && by.includes(actor))
        sum += terms.each ? terms.amount : perTurn(terms, one.until, turn);
  }
  return sum;
};
type Purses = Pick<Board, 'agreements' | 'tracks' | 'turn'>;

/** Why a non-player would not sign, in the word of its policy; null if it would. */
export const faultOfDraft = (
  { actor, accepts }: Policy,
  draft: AgreementDraft,
  board: Purses,
): Exclude<keyof PolicyAcceptance, 'text' | 'when'> | null => {
  const { turn } = board;
  let pays = paidAlready(board, actor, draft.parties);
  let paid = 0;
  for (const clause of draft.clauses) {
    const { by, to, terms } = clause;
    if (by.includes(actor) && !accepts.gives.includes(terms.kind)) return 'gives';
    if (to.includes(actor) && !accepts.takes.includes(terms.kind)) return 'takes';
    // What it would neither promise nor be promised it does not put its name under either.
    if (!accepts.gives.includes(terms.kind) && !accepts.takes.includes(terms.kind)) return 'takes';
    if ('order' in terms && terms.kind === 'do' && isRefused(accepts, terms.order.verb)) return 'refuses';
    if (terms.kind !== 'pay') continue;
    if (by.includes(actor)) pays += terms.amount;
    if (to.includes(actor) && !by.includes(actor)) paid += perTurn(terms, draft.until, turn);
  }
  if (pays > accepts.paysAtMost) return 'paysAtMost';
  return paid < accepts.wantsAtLeast ? 'wantsAtLeast' : null;
};

/** What a clause pays each turn; a single payment is spread over the term, and nothing where that has no end. */
const perTurn = (
  { amount, each }: ClauseTerms & { readonly kind: 'pay' },
  until: number | null,
  turn: number,
): number => (each ? amount : until === null ? 0 : Math.floor(amount / Math.max(1, until - turn + 1)));

/** A verb is refused by its own name or its family's; a whole family, too, when one of its verbs is. */
const isRefused = ({ refuses }: PolicyAcceptance, verb: Verb | VerbFamily): boolean =>
  refuses.some(
    (one) =>
      one === verb ||
      (!isFamily(verb) && familyOf(verb) === one) ||
      (isFamily(verb) && !isFamily(one) && familyOf(one) === verb),
  );
