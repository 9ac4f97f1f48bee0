import { indexOf } from '../catalogue/scenario-index.ts';
import type { PowerId } from '../model/ids.ts';
import type { FacilitatorInput, Input, LoggedInput, PowerInput, TableInput } from '../model/input.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { refuseEffects } from './refusal-effects.ts';
import { refuseOrders } from './refusal-orders.ts';
import { refuseStandingOrders } from './refusal-standing.ts';
import { refuseTreaty } from './refusal-treaty.ts';
import { refuseClock } from './votes.ts';

const MAX_TEXT = 2_000;

/** null: may be accepted. Depends only on what the one who asks may know. */
export const refusal = (scenario: Scenario, state: MatchState, logged: Omit<LoggedInput, 'seq'>): Refusal | null => {
  const { seat, input } = logged;
  if (seat === 'facilitator' || seat === 'table')
    return refuseControl(scenario, state, logged.at, seat as 'facilitator' | 'table', input);
  if (!indexOf(scenario).isPower.has(seat)) return refuse('input/unknown-seat', { seat });
  return refusePower(scenario, state, seat, input as PowerInput);
};

const POWER_KINDS: ReadonlySet<string> = new Set<PowerInput['kind']>([
  'submitOrders',
  'setStanding',
  'setReady',
  'say',
  'propose',
  'sign',
  'decline',
  'withdrawProposal',
  'giveNotice',
  'suspend',
  'resume',
  'consent',
  'agreeToEnd',
  'concede',
  'takePause',
  'vote',
]);

const refusePower = (scenario: Scenario, state: MatchState, power: PowerId, input: PowerInput): Refusal | null => {
  const { phase, paused } = state.table;
  if (!POWER_KINDS.has(input.kind)) return refuse('input/not-your-seat', { kind: input.kind });
  if (phase === 'table') return refuse('phase/not-started');
  if (phase === 'ended') return refuse('phase/ended');
  if (input.kind === 'takePause' || input.kind === 'vote') return refuseClock(state, power, input);
  if (paused !== null) return refuse('phase/paused');
  switch (input.kind) {
    case 'submitOrders':
      return refuseOrders(scenario, state, power, input.orders);
    case 'setStanding':
      return refuseStandingOrders(scenario, state, power, input.standing);
    case 'setReady':
    case 'agreeToEnd':
    case 'concede':
      return null;
    case 'say':
      return phase === 'orders' ? refuse('phase/doors-closed') : refuseSay(scenario, state, power, input);
    default:
      return phase === 'orders' ? refuse('phase/doors-closed') : refuseTreaty(scenario, state, power, input);
  }
};

const refuseSay = (
  scenario: Scenario,
  state: MatchState,
  power: PowerId,
  input: PowerInput & { readonly kind: 'say' },
): Refusal | null => {
  const { powers, isPower } = indexOf(scenario);
  const members = new Set([power, ...input.to]);
  if (members.size < 2 || [...members].some((member) => !isPower.has(member))) return refuse('talk/not-in-channel');
  if (input.text.trim() === '') return refuse('talk/empty');
  if (input.text.length > MAX_TEXT) return refuse('talk/too-long', { most: MAX_TEXT });
  if (state.settings.press === 'agreements' || (state.settings.press === 'public' && members.size < powers.length)) {
    return refuse('talk/press-closed', { press: state.settings.press });
  }
  return null;
};

const TABLE_KINDS: ReadonlySet<string> = new Set<TableInput['kind']>([
  ...(['start', 'seat', 'deadlineReached', 'extend', 'changeRules'] as const),
]);
const FACILITATOR_KINDS: ReadonlySet<string> = new Set<FacilitatorInput['kind']>([
  'start',
  'pause',
  'resumeClock',
  'extend',
  'advance',
  'inject',
  'override',
  'rewind',
  'postNote',
  'seat',
]);

const refuseControl = (
  scenario: Scenario,
  state: MatchState,
  at: number,
  seat: 'facilitator' | 'table',
  input: Input,
): Refusal | null => {
  const known = seat === 'table' ? TABLE_KINDS : FACILITATOR_KINDS;
  if (!known.has(input.kind)) return refuse('input/not-your-seat', { kind: input.kind });
  if (seat === 'facilitator' && !state.settings.facilitated) return refuse('control/not-facilitated');
  const { phase } = state.table;
  if (input.kind === 'seat') {
    return !indexOf(scenario).isPower.has(input.power)
      ? refuse('input/unknown-seat', { seat: input.power })
      : phase === 'ended'
        ? refuse('phase/ended')
        : null;
  }
  if (input.kind === 'start') return phase === 'table' ? null : refuse('phase/already-started');
  if (input.kind === 'postNote' && phase !== 'ended') return input.text.trim() === '' ? refuse('talk/empty') : null;
  if (phase === 'table') return refuse('phase/not-started');
  // After the end its seed is in everybody's hands: what would follow is known.
  if (input.kind === 'rewind' && phase !== 'ended') {
    return !state.settings.facilitated || state.turnStarts[input.turn - 1] === undefined
      ? refuse('control/unknown-turn', { turn: input.turn })
      : null;
  }
  if (phase === 'ended') return refuse('phase/ended');
  return refuseRunning(scenario, state, at, input);
};

const refuseRunning = (scenario: Scenario, state: MatchState, at: number, input: Input): Refusal | null => {
  const { paused, deadline } = state.table;
  switch (input.kind) {
    case 'pause':
      return paused === null ? null : refuse('phase/paused');
    case 'resumeClock':
      return paused === null ? refuse('phase/not-paused') : null;
    case 'advance':
      return paused === null ? null : refuse('phase/paused');
    case 'deadlineReached':
      return paused !== null
        ? refuse('phase/paused')
        : deadline === null || at < deadline
          ? refuse('phase/too-early')
          : null;
    case 'extend':
      return deadline === null && (paused === null || paused.left === null) ? refuse('control/bad-time') : null;
    case 'inject':
      return indexOf(scenario).cards.has(input.card) ? null : refuse('control/unknown-card', { card: input.card });
    case 'override':
      return input.reason.trim() === ''
        ? refuse('control/bad-effect', { why: 'reason' })
        : refuseEffects(scenario, state, input.effects);
    case 'changeRules':
      return null;
    default:
      return refuse('input/malformed');
  }
};
