import type { GameEvent } from '../model/event.ts';
import type { OrderSet } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { type SmallestChange, smallestChangeFrom } from '../rules/smallest-change.ts';
import { supposeState } from './suppose-state.ts';

/** What a seat could have ordered instead, from what it knew before the turn was resolved; null if nothing would have helped. */
export const smallestChange = (
  scenario: Scenario,
  view: SeatView,
  set: OrderSet,
  failed: GameEvent,
): SmallestChange | null => smallestChangeFrom(scenario, view, supposeState(scenario, view), set, failed);
