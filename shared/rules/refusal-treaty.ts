import { lookUp } from '../kernel/look-up.ts';
import type { Agreement, AgreementDraft, Proposal } from '../model/agreement.ts';
import type { PowerId } from '../model/ids.ts';
import type { PowerInput } from '../model/input.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { type DraftGround, type Known, mayBeParty, refuseClause } from './clause-rules.ts';
import { knowsOf } from './verbs/ground.ts';

type TreatyInput = Extract<
  PowerInput,
  {
    readonly kind:
      | 'propose'
      | 'sign'
      | 'decline'
      | 'withdrawProposal'
      | 'giveNotice'
      | 'suspend'
      | 'resume'
      | 'consent';
  }
>;

/** Ids that one may not know of are refused like ids that do not exist. */
export const refuseTreaty = (
  scenario: Scenario,
  state: MatchState,
  power: PowerId,
  input: TreatyInput,
): Refusal | null => {
  switch (input.kind) {
    case 'propose': {
      const problem = refuseDraft(scenario, state.board, power, input.draft, knownTo(state, power));
      if (problem !== null) return problem;
      if (input.expires < state.board.turn) return refuse('treaty/bad-draft', { why: 'expires' });
      if (input.draft.form === 'treaty' && !canSignTreaty(scenario, state, power))
        return refuse('treaty/unaffordable', { capital: scenario.magnitudes.treaty.capital });
      return input.counters === undefined ? null : refuseProposal(state, power, input.counters);
    }
    case 'sign':
      return refuseSign(scenario, state, power, input.proposal);
    case 'decline':
      return refuseProposal(state, power, input.proposal);
    case 'withdrawProposal': {
      const proposal = lookUp(state.proposals, input.proposal);
      return (
        refuseProposal(state, power, input.proposal) ?? (proposal?.by === power ? null : refuse('treaty/not-a-party'))
      );
    }
    default:
      return refuseStanding(state, power, input);
  }
};

/** To whom else a text was shown is not known: it may have been a spy. */
const knownTo =
  ({ board }: MatchState, power: PowerId): Known =>
  (id) => {
    const agreement = lookUp(board.agreements, id);
    if (agreement === undefined || !knowsOf(agreement, power)) return undefined;
    return { ...agreement, shownTo: agreement.shownTo.filter((one) => one === power) };
  };

const canSignTreaty = (scenario: Scenario, state: MatchState, power: PowerId): boolean =>
  (state.board.tracks[power]?.capital ?? 0) >= scenario.magnitudes.treaty.capital;

const openProposal = (state: MatchState, power: PowerId, id: string): Proposal | null => {
  const proposal = lookUp(state.proposals, id);
  return proposal?.draft.parties.includes(power) === true ? proposal : null;
};

const refuseProposal = (state: MatchState, power: PowerId, id: string): Refusal | null => {
  const proposal = openProposal(state, power, id);
  if (proposal === null) return refuse('treaty/unknown');
  return proposal.status === 'open' ? null : refuse('treaty/not-open', { status: proposal.status });
};

const refuseSign = (scenario: Scenario, state: MatchState, power: PowerId, id: string): Refusal | null => {
  const problem = refuseProposal(state, power, id);
  const proposal = openProposal(state, power, id);
  if (problem !== null || proposal === null) return problem;
  if (proposal.signed.includes(power)) return refuse('treaty/already-signed');
  if (proposal.draft.form === 'treaty' && !canSignTreaty(scenario, state, power))
    return refuse('treaty/unaffordable', { capital: scenario.magnitudes.treaty.capital });
  return null;
};

const refuseStanding = (
  state: MatchState,
  power: PowerId,
  input: Extract<TreatyInput, { readonly agreement: string }>,
): Refusal | null => {
  const agreement = lookUp(state.board.agreements, input.agreement);
  if (agreement === undefined || (agreement.visibility === 'secret' && !agreement.parties.includes(power)))
    return refuse('treaty/unknown');
  if (!agreement.parties.includes(power)) return refuse('treaty/not-a-party');
  const live = agreement.status === 'inForce' || agreement.status === 'suspended';
  if (!live) return refuse('treaty/not-open', { status: agreement.status });
  return input.kind === 'consent'
    ? refuseConsent(agreement, power, input.clause)
    : refuseMove(agreement, power, input.kind);
};

const refuseConsent = (agreement: Agreement, power: PowerId, id: string): Refusal | null => {
  const clause = agreement.clauses.find((one) => one.id === id);
  if (clause === undefined) return refuse('treaty/unknown');
  return clause.unlessConsentOf === power ? null : refuse('treaty/not-a-party');
};

/** Notice, suspension, resumption. What is background in this scenario stays as it is. (AG17) */
const refuseMove = (
  agreement: Agreement,
  power: PowerId,
  move: 'giveNotice' | 'suspend' | 'resume',
): Refusal | null => {
  const { status } = agreement;
  if (agreement.background === true) return refuse('treaty/not-open', { status: 'background' });
  switch (move) {
    case 'giveNotice':
      return agreement.leaving[power] === undefined ? null : refuse('treaty/not-open', { status: 'leaving' });
    case 'suspend': {
      if (status !== 'inForce') return refuse('treaty/not-open', { status });
      const wronged = agreement.clauses.some((clause) => clause.breachedBy.some((breaker) => breaker !== power));
      return wronged ? null : refuse('treaty/not-open', { status: 'unbroken' });
    }
    case 'resume': {
      if (status !== 'suspended') return refuse('treaty/not-open', { status });
      const { suspendedBy = power } = agreement;
      return suspendedBy === power ? null : refuse('treaty/not-open', { status: 'suspendedByOther' });
    }
    default:
      return move satisfies never;
  }
};

const MAX_CLAUSES = 12;

/**
 * Can this be put on the table at all? The same check serves the treaty desk while a draft is written.
 * `known` finds agreements that its author may know of: a `disclose` clause names one.
 */
export const refuseDraft = (
  scenario: Scenario,
  board: DraftGround,
  power: PowerId,
  draft: AgreementDraft,
  known?: Known,
): Refusal | null => {
  const parties = new Set(draft.parties);
  if (!parties.has(power)) return refuse('treaty/not-a-party');
  const strange = draft.parties.length !== parties.size || draft.parties.some((party) => !mayBeParty(scenario, party));
  if (parties.size < 2 || strange) return refuse('treaty/bad-draft', { why: 'parties' });
  if (draft.clauses.length === 0 || draft.clauses.length > MAX_CLAUSES)
    return refuse('treaty/bad-draft', { why: 'clauses' });
  if (draft.title.trim() === '') return refuse('treaty/bad-draft', { why: 'title' });
  if (draft.until !== null && draft.until < board.turn) return refuse('treaty/bad-draft', { why: 'term' });
  for (const [i, clause] of draft.clauses.entries()) {
    const earlier = draft.clauses.slice(0, i).map((_, n) => `c${n + 1}`);
    const problem = refuseClause(scenario, board, draft.parties, clause, earlier, known);
    if (problem !== null) return { code: problem.code, because: { clause: i + 1, ...problem.because } };
    if (draft.until !== null && (clause.until ?? draft.until) > draft.until)
      return refuse('treaty/bad-draft', { clause: i + 1, why: 'term' });
  }
  return null;
};
