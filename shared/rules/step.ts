import { indexOf } from '../catalogue/scenario-index.ts';
import type { Proposal } from '../model/agreement.ts';
import type { GameEvent } from '../model/event.ts';
import type { PowerId } from '../model/ids.ts';
import { channelKey } from '../model/ids.ts';
import type { Input, LoggedInput, PowerInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { endAgreement } from './agreements.ts';
import { control } from './control.ts';
import { type Log, openLog } from './log.ts';
import { moveTrack } from './moves.ts';
import { declineOffer, isStandingText, signOffer } from './offers.ts';
import { audienceOf } from './owed.ts';
import { endIfAgreed, endPhase, everybodyReady } from './phases.ts';
import { carryVotes, castVote, takePause } from './votes.ts';

export type Step = { readonly state: MatchState; readonly events: readonly GameEvent[] };

/** Folds one accepted input. Never throws on an input that `refusal` let through. */
export const step = (scenario: Scenario, state: MatchState, logged: LoggedInput): Step => {
  const log = openLog(scenario, state, logged.at);
  if (logged.seat === 'facilitator' || logged.seat === 'table') control(log, logged);
  else act(log, logged.seat, logged.input as PowerInput, logged.at);
  const { phase } = log.state.table;
  const settled = (phase === 'negotiation' || phase === 'orders') && mayEnd(logged.input) && everybodyReady(log.state);
  if (settled) endPhase(log, { kind: 'act', seat: logged.seat });
  return { state: { ...log.close(), version: state.version + 1 }, events: log.events };
};

/** Only acts that change who is awaited may end a phase. */
const mayEnd = (input: Input): boolean =>
  input.kind === 'setReady' || input.kind === 'seat' || input.kind === 'concede';

const act = (log: Log, power: PowerId, input: PowerInput, at: number): void => {
  const cause = { kind: 'act', seat: power } as const;
  switch (input.kind) {
    case 'submitOrders':
      return void log.add({ kind: 'ordersSubmitted', power, orders: input.orders }, cause, [power]);
    case 'setStanding':
      return void log.add({ kind: 'standingSet', power, standing: input.standing }, cause, [power]);
    case 'setReady':
      if (log.state.table.seats[power]?.ready !== input.ready)
        log.add({ kind: 'readySet', power, ready: input.ready }, cause);
      return;
    case 'say':
      return say(log, power, input, at);
    case 'agreeToEnd':
      log.add({ kind: 'endAgreed', power, agree: input.agree }, cause);
      return endIfAgreed(log, cause);
    case 'concede':
      log.add({ kind: 'conceded', power }, cause);
      log.add({ kind: 'sat', power, sitter: { by: 'bot', bot: 'caretaker' } }, cause);
      carryVotes(log, cause);
      return endIfAgreed(log, cause);
    case 'takePause':
      return takePause(log, power, input.days);
    case 'vote':
      return castVote(log, power, input);
    default:
      return agree(log, power, input);
  }
};

const say = (log: Log, power: PowerId, input: PowerInput & { readonly kind: 'say' }, at: number): void => {
  const members = [...new Set([power, ...input.to])].sort();
  const channel = channelKey(members);
  const count = log.state.messages.filter((message) => message.channel === channel).length;
  const message = {
    id: `${channel}#${count + 1}`,
    channel,
    by: power,
    turn: log.state.board.turn,
    at,
    text: input.text.trim(),
  };
  const everybody = members.length === indexOf(log.scenario).powers.length;
  log.add({ kind: 'said', message }, { kind: 'act', seat: power }, everybody ? 'public' : members);
};

type AgreeInput = Exclude<
  PowerInput,
  {
    readonly kind:
      | 'submitOrders'
      | 'setStanding'
      | 'setReady'
      | 'say'
      | 'agreeToEnd'
      | 'concede'
      | 'takePause'
      | 'vote';
  }
>;

const agree = (log: Log, power: PowerId, input: AgreeInput): void => {
  const cause = { kind: 'act', seat: power } as const;
  switch (input.kind) {
    case 'propose':
      return propose(log, power, input);
    case 'sign': {
      const proposal = log.state.proposals[input.proposal];
      if (proposal === undefined) return;
      return signOffer(log, proposal, power, cause);
    }
    case 'decline':
    case 'withdrawProposal': {
      const proposal = log.state.proposals[input.proposal];
      if (proposal === undefined) return;
      return declineOffer(log, proposal, power, input.kind === 'decline' ? 'declined' : 'withdrawn', cause);
    }
    default:
      return standBy(log, power, input);
  }
};

const propose = (log: Log, power: PowerId, input: PowerInput & { readonly kind: 'propose' }): void => {
  const cause = { kind: 'act', seat: power } as const;
  const parties = [...new Set(input.draft.parties)].sort();
  const root = channelKey(parties);
  const count = Object.values(log.state.proposals).filter((one) => channelKey(one.draft.parties) === root).length;
  const countered = input.counters === undefined ? undefined : log.state.proposals[input.counters];
  if (countered?.status === 'open' && !isStandingText(countered)) {
    // Who is left out of the new offer must not learn that there is one.
    const as = countered.draft.parties.every((one) => parties.includes(one)) ? 'countered' : 'declined';
    log.add({ kind: 'proposalClosed', proposal: countered.id, as }, cause, countered.draft.parties);
  }
  const proposal = {
    id: `offer-${root}#${count + 1}`,
    by: power,
    draft: { ...input.draft, parties },
    turn: log.state.board.turn,
    expires: input.expires,
    signed: [power],
    // A newcomer to the talks must not learn of the offer before; a text of the scenario is known to all.
    counters:
      countered !== undefined && (isStandingText(countered) || isAmong(parties, countered)) ? countered.id : null,
    status: 'open',
  } as const;
  log.add({ kind: 'proposed', proposal }, cause, parties);
};

const isAmong = (parties: readonly PowerId[], { draft }: Proposal): boolean =>
  parties.every((one) => draft.parties.includes(one));

const standBy = (log: Log, power: PowerId, input: Extract<AgreeInput, { readonly agreement: string }>): void => {
  const agreement = log.state.board.agreements[input.agreement];
  if (agreement === undefined) return;
  const cause = { kind: 'act', seat: power } as const;
  const audience = audienceOf(agreement);
  switch (input.kind) {
    case 'giveNotice': {
      const id = log.add(
        { kind: 'noticeGiven', agreement: agreement.id, power, freeFrom: log.state.board.turn + agreement.notice },
        cause,
        audience,
      );
      const because = { kind: 'events', ids: [id] } as const;
      if (agreement.visibility === 'public')
        moveTrack(log, power, 'credibility', -log.scenario.magnitudes.credibility.withdrawal, because);
      if (agreement.notice === 0) endAgreement(log, agreement.id, 'withdrawn', because);
      return;
    }
    case 'suspend':
    case 'resume':
      return void log.add(
        {
          kind: 'agreementMoved',
          agreement: agreement.id,
          to: input.kind === 'suspend' ? 'suspended' : 'inForce',
          by: power,
        },
        cause,
        audience,
      );
    case 'consent':
      return void log.add(
        { kind: 'consented', agreement: agreement.id, clause: input.clause, power, given: input.given },
        cause,
        audience,
      );
    default:
      return input satisfies never;
  }
};
