import type { OrderSet } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { type Preview, previewFrom } from '../rules/preview.ts';
import { supposeState } from './suppose-state.ts';

export const preview = (scenario: Scenario, view: SeatView, set: OrderSet): Preview =>
  previewFrom(scenario, view, supposeState(scenario, view), set);
