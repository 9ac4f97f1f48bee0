import { indexOf } from '../catalogue/scenario-index.ts';
import type { Cause } from '../model/cause.ts';
import type { FacilitatorInput, LoggedInput, TableInput } from '../model/input.ts';
import { applyEffects } from './effects.ts';
import type { Log } from './log.ts';
import { playCard } from './news.ts';
import { isStandingText } from './offers.ts';
import { endIfAgreed, endPhase, openTurn } from './phases.ts';
import { scoresOf } from './scores.ts';
import { proposalOf } from './setup.ts';
import { carryVotes } from './votes.ts';

/** The facilitator's and the table's own acts: the same log, on the record. */
export const control = (log: Log, logged: LoggedInput): void => {
  const input = logged.input as FacilitatorInput | TableInput;
  const cause: Cause = { kind: 'act', seat: logged.seat };
  switch (input.kind) {
    case 'start':
      return openTurn(log, 1, cause);
    case 'seat':
      log.add({ kind: 'sat', power: input.power, sitter: input.sitter }, cause);
      carryVotes(log, cause);
      return endIfAgreed(log, cause);
    case 'deadlineReached':
    case 'advance':
      return endPhase(log, cause);
    case 'extend':
      return extend(log, input.by, cause);
    case 'changeRules':
      return void log.add({ kind: 'rulesChanged', from: input.from, to: input.to }, cause);
    case 'pause': {
      const { deadline } = log.state.table;
      return void log.add(
        { kind: 'paused', left: deadline === null ? null : Math.max(0, deadline - logged.at) },
        cause,
      );
    }
    case 'resumeClock': {
      const left = log.state.table.paused?.left ?? null;
      return void log.add({ kind: 'clockResumed', deadline: left === null ? null : logged.at + left }, cause);
    }
    default:
      return correct(log, input, cause);
  }
};

const extend = (log: Log, by: number, cause: Cause): void => {
  const { deadline, paused } = log.state.table;
  if (paused !== null && paused.left !== null) log.add({ kind: 'paused', left: Math.max(0, paused.left + by) }, cause);
  else if (deadline !== null)
    log.add({ kind: 'deadlineMoved', deadline: Math.max(log.at + 1_000, deadline + by) }, cause);
};

const correct = (
  log: Log,
  input: Extract<FacilitatorInput, { readonly kind: 'inject' | 'override' | 'rewind' | 'postNote' }>,
  cause: Cause,
): void => {
  switch (input.kind) {
    case 'inject': {
      const card = indexOf(log.scenario).cards.get(input.card);
      if (card !== undefined) playCard(log, card, 'injected');
      return rescore(log, cause);
    }
    case 'override': {
      const id = log.add({ kind: 'overridden', reason: input.reason }, cause);
      applyEffects(log, input.effects, { kind: 'events', ids: [id] }, 'override');
      return rescore(log, cause);
    }
    case 'rewind':
      return rewind(log, input, cause);
    case 'postNote':
      return void log.add(
        { kind: 'notePosted', to: input.to, text: input.text, at: log.at },
        cause,
        input.to === 'all' ? 'public' : input.to,
      );
    default:
      return input satisfies never;
  }
};

/** Offers of the turns that are undone fall; the scenario's own texts lie on the table again as they did at first. */
const rewind = (log: Log, { turn, sameLuck }: FacilitatorInput & { readonly kind: 'rewind' }, cause: Cause): void => {
  for (const proposal of Object.values(log.state.proposals)) {
    if (proposal.status === 'open' && !isStandingText(proposal))
      log.add({ kind: 'proposalClosed', proposal: proposal.id, as: 'voided' }, cause, proposal.draft.parties);
  }
  log.add({ kind: 'rewound', toTurn: turn, sameLuck }, cause);
  for (const offer of log.scenario.offers) {
    // Had it become an agreement by the turn that is gone back to, that would go by the text's name.
    const name: string = offer.id;
    if (offer.expires < turn || log.state.board.agreements[name] !== undefined) continue;
    log.add({ kind: 'proposed', proposal: proposalOf(offer) }, cause, offer.draft.parties);
  }
  const span = log.state.settings.negotiation;
  log.add({ kind: 'phaseOpened', phase: 'negotiation', turn, deadline: span === null ? null : log.at + span }, cause);
};

/** Told even if nothing has moved: otherwise it would tell that a secret agenda has. */
const rescore = (log: Log, cause: Cause): void =>
  void log.add({ kind: 'scored', scores: scoresOf(log.scenario, log.state.board) }, cause);
