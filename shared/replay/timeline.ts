import type { GameEvent } from '../model/event.ts';
import type { ViewerId } from '../model/ids.ts';
import type { Input } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import { viewFor } from '../view/view-for.ts';
import { openRecord } from './fold.ts';
import type { MatchRecord } from './record.ts';

/** One place to stop at: the start, an input, or a turn's opening. */
export type TimelineStep = {
  readonly index: number;
  readonly turn: number;
  readonly at: number;
  readonly seat: string;
  readonly kind: Input['kind'] | 'start' | 'view';
  /** events of this step as the public may know them, for marks on the scrubber */ readonly closesTurn: boolean;
};

export type Timeline = {
  readonly steps: readonly TimelineStep[];
  /** Who may be looked through: everything if the record is whole, else its one reader. */ readonly viewers: readonly ViewerId[];
  /** `facilitator` sees all. */ readonly viewAt: (step: number, viewer: ViewerId) => SeatView;
  readonly eventsAt: (step: number, viewer: ViewerId) => readonly GameEvent[];
};

export const openTimeline = (record: MatchRecord, scenario: Scenario): Timeline =>
  record.redacted !== null && record.redacted.views.length > 0 ? fromViews(record) : fromInputs(record, scenario);

const fromInputs = (record: MatchRecord, scenario: Scenario): Timeline => {
  const { fold, inputs } = openRecord(scenario, record);
  const states: MatchState[] = [fold.state];
  const steps: TimelineStep[] = [
    { index: 0, turn: record.seam?.turn ?? 0, at: inputs[0]?.at ?? 0, seat: 'table', kind: 'start', closesTurn: false },
  ];
  for (const logged of inputs) {
    const events = fold.apply(logged);
    states.push(fold.state);
    const closesTurn = events.some((event) => event.kind === 'turnClosed');
    steps.push({
      index: steps.length,
      turn: fold.state.board.turn,
      at: logged.at,
      seat: logged.seat,
      kind: logged.input.kind,
      closesTurn,
    });
  }
  const stateAt = (step: number): MatchState => states[Math.max(0, Math.min(states.length - 1, step))] as MatchState;
  const viewAt = (step: number, viewer: ViewerId): SeatView => viewFor(scenario, stateAt(step), viewer);
  return {
    steps,
    viewers: ['public', ...scenario.powers.map((power) => power.id), 'facilitator'],
    viewAt,
    eventsAt: (step, viewer) => {
      const before = step <= 0 ? 0 : viewAt(step - 1, viewer).events.length;
      return viewAt(step, viewer).events.slice(before);
    },
  };
};

const fromViews = (record: MatchRecord): Timeline => {
  const views = record.redacted?.views ?? [];
  const viewAt = (step: number): SeatView =>
    (views[Math.max(0, Math.min(views.length - 1, step))] as { view: SeatView }).view;
  return {
    steps: views.map((one, index) => ({ index, turn: one.turn, at: 0, seat: 'table', kind: 'view', closesTurn: true })),
    viewers: [record.redacted?.reader ?? 'public'],
    viewAt,
    eventsAt: (step) => viewAt(step).events.slice(step <= 0 ? 0 : viewAt(step - 1).events.length),
  };
};
