import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { legalClauseTerms, legalDemands, legalDoors, legalOrders } from '../../shared/rules/legal-orders.ts';
import { warningsFor } from '../../shared/rules/warnings.ts';
import { preview } from '../../shared/view/preview.ts';
import { smallestChange } from '../../shared/view/smallest-change.ts';
import { viewFor } from '../../shared/view/view-for.ts';

/** All that one seat is offered and shown beforehand, as text: what it may do, promise, demand, and what would follow. */
export const offeredTo = (scenario: Scenario, state: MatchState, power: PowerId): string => {
  const view = viewFor(scenario, state, power);
  const set = state.orders[power] ?? NO_ORDERS;
  const { powers } = indexOf(scenario);
  const other = powers[(powers.indexOf(power) + 1 + (state.version % (powers.length - 1))) % powers.length] ?? '';
  const drafts = view.proposals.slice(-3).map((one) => one.draft);
  return canonical([
    legalOrders(scenario, view),
    legalDoors(scenario, view),
    legalDemands(scenario, view, other),
    legalClauseTerms(scenario, view, other),
    preview(scenario, view, set),
    drafts.map((draft) => warningsFor(scenario, view, draft)),
  ]);
};

/** For what failed in a turn: the smallest change that would have made it work. */
export const changesFor = (scenario: Scenario, before: SeatView, after: MatchState): string => {
  const { events } = viewFor(scenario, after, before.viewer);
  const failed = events.slice(before.events.length).filter((event) => 'why' in event && event.why !== null);
  const set = before.orders ?? NO_ORDERS;
  return canonical(failed.slice(0, 4).map((event) => smallestChange(scenario, before, set, event)));
};
