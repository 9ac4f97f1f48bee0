import type { Cause } from '../model/cause.ts';
import type { PowerId } from '../model/ids.ts';
import type { PowerInput } from '../model/input.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import { type MatchState, MOTIONS, type Motion } from '../model/state.ts';
import type { Log } from './log.ts';

export const DAY = 86_400_000;

type ClockInput = PowerInput & { readonly kind: 'takePause' | 'vote' };

/** Who is asked: seats that people hold in person, in canonical order. */
const votersOf = ({ table }: Pick<MatchState, 'table'>): readonly PowerId[] =>
  Object.entries(table.seats).flatMap(([power, { sitter }]) => (sitter.by === 'human' ? [power] : []));

/** How many who agree carry it. A pause lasts only while more than half want it, so half of them end it. */
export const votesNeeded = (state: Pick<MatchState, 'table'>, on: Motion): number => {
  const voters = votersOf(state).length;
  return Math.max(1, on === 'resume' ? Math.ceil(voters / 2) : Math.floor(voters / 2) + 1);
};

/** By how many ms a vote moves the deadline: half of what the phase has. */
export const extensionOf = ({ settings, table }: Pick<MatchState, 'settings' | 'table'>): number =>
  Math.floor(((table.phase === 'orders' ? settings.orders : settings.negotiation) ?? 0) / 2);

/** Days of the seat's own budget that are left. */
export const pauseLeft = ({ settings, table }: Pick<MatchState, 'settings' | 'table'>, power: PowerId): number =>
  Math.max(0, (settings.pauseDays ?? 0) - (table.seats[power]?.paused ?? 0));

/** Everything that it depends on is seen by all. */
export const refuseClock = (state: MatchState, power: PowerId, input: ClockInput): Refusal | null => {
  const { table, settings } = state;
  if (settings.facilitated) return refuse('clock/facilitated');
  if (table.seats[power]?.sitter.by !== 'human') return refuse('input/not-your-seat');
  if (input.kind === 'vote' && input.on === 'resume') return table.paused === null ? refuse('phase/not-paused') : null;
  if (table.paused !== null) return refuse('phase/paused');
  if (table.deadline === null) return refuse('clock/none');
  if (input.kind === 'vote') return null;
  const left = pauseLeft(state, power);
  return input.days > left ? refuse('clock/spent', { left }) : null;
};

/** From the seat's own budget: whole days, at the cost of nobody else. (TB6) */
export const takePause = (log: Log, power: PowerId, days: number): void => {
  const { deadline } = log.state.table;
  if (deadline === null) return;
  const taken = log.add({ kind: 'pauseTaken', power, days }, { kind: 'act', seat: power });
  log.add({ kind: 'deadlineMoved', deadline: deadline + days * DAY }, { kind: 'events', ids: [taken] });
};

/** An open vote stays open until it carries, or until the turn ends. (TB7) */
export const castVote = (log: Log, power: PowerId, { on, agree }: PowerInput & { readonly kind: 'vote' }): void => {
  if ((log.state.table.votes?.[on]?.includes(power) ?? false) === agree) return;
  const voted = log.add({ kind: 'voted', power, on, agree }, { kind: 'act', seat: power });
  carryVotes(log, { kind: 'events', ids: [voted] });
};

/** Also when somebody has left, and fewer are asked. */
export const carryVotes = (log: Log, cause: Cause): void => {
  for (const on of MOTIONS) {
    const agreed = log.state.table.votes?.[on]?.length ?? 0;
    if (agreed > 0 && agreed >= votesNeeded(log.state, on)) carry(log, on, cause);
  }
};

const carry = (log: Log, on: Motion, cause: Cause): void => {
  const { deadline, paused } = log.state.table;
  const by = extensionOf(log.state);
  const carried = log.add({ kind: 'voteClosed', on, carried: true }, cause);
  const because: Cause = { kind: 'events', ids: [carried] };
  if (on === 'resume' && paused !== null) {
    log.add({ kind: 'clockResumed', deadline: paused.left === null ? null : log.at + paused.left }, because);
  } else if (on === 'pause' && paused === null && deadline !== null) {
    log.add({ kind: 'paused', left: Math.max(0, deadline - log.at) }, because);
  } else if (on === 'extend' && deadline !== null) {
    log.add({ kind: 'deadlineMoved', deadline: deadline + by }, because);
  }
};

/** What has not carried by the end of the turn is over, for all to see. */
export const lapseVotes = (log: Log, cause: Cause): void => {
  for (const on of MOTIONS) {
    if (log.state.table.votes?.[on] !== undefined) log.add({ kind: 'voteClosed', on, carried: false }, cause);
  }
};
