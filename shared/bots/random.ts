import { indexOf } from '../catalogue/scenario-index.ts';
import { type Luck, luckFor } from '../kernel/luck.ts';
import type { PowerId } from '../model/ids.ts';
import type { PowerInput } from '../model/input.ts';
import { type Order, type OrderSet, orderKey } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { legalClauseTerms, legalDemands, legalDoors, legalOrders, orderCost } from '../rules/legal-orders.ts';
import { refuseDraft } from '../rules/refusal-treaty.ts';

/** Anything that is legal, by lot: for tables that only need company, and for fuzzing. */
export const randomActs = (scenario: Scenario, view: SeatView, luckText: string, ready: boolean): PowerInput[] => {
  const luck = luckFor('random bot', luckText, view.viewer, view.board.turn, view.table.phase, view.events.length);
  const answers = view.table.phase === 'negotiation' ? answerAll(view, luck) : [];
  if (ready) return answers;
  const proposals = view.table.phase === 'negotiation' && luck.integer(1, 3) === 1 ? offer(scenario, view, luck) : [];
  return [...answers, ...proposals, { kind: 'submitOrders', orders: randomSet(scenario, view, luck) }];
};

const answerAll = (view: SeatView, luck: Luck): PowerInput[] =>
  view.proposals
    .filter((one) => one.status === 'open' && !one.signed.includes(view.viewer))
    .map((one) =>
      luck.integer(1, 2) === 1 && one.draft.form === 'statement'
        ? { kind: 'sign', proposal: one.id }
        : { kind: 'decline', proposal: one.id },
    );

export const randomSet = (scenario: Scenario, view: SeatView, luck: Luck): OrderSet => {
  const tracks = view.tracks[view.viewer]?.exact;
  const orders: Order[] = [];
  const keys = new Set<string>();
  for (const option of luck.shuffled(legalOrders(scenario, view)).slice(0, 8)) {
    const order =
      option.needsDemand && option.order.verb === 'squeeze'
        ? { ...option.order, demand: luck.pick(legalDemands(scenario, view, option.order.host)) }
        : option.order;
    const cost = orderCost(scenario, view, [...orders, order]);
    if (keys.has(orderKey(order)) || tracks == null || cost.capital > tracks.capital || cost.treasury > tracks.treasury)
      continue;
    keys.add(orderKey(order));
    orders.push(order);
  }
  const doors = legalDoors(scenario, view);
  return {
    orders,
    doors: doors.length > 0 && luck.integer(1, 3) === 1 ? luck.pick(doors) : null,
    concessions:
      luck.integer(1, 2) === 1
        ? [
            { to: 'anyone', kind: 'welcome' },
            { to: 'anyone', kind: 'pay', amount: 2 },
          ]
        : [],
  };
};

const offer = (scenario: Scenario, view: SeatView, luck: Luck): PowerInput[] => {
  const me = view.viewer;
  const other: PowerId = luck.pick(indexOf(scenario).powers.filter((power) => power !== me));
  const { turn } = view.board;
  const clause = (by: PowerId, to: PowerId) => ({
    by: [by],
    to: [to],
    terms: luck.pick(legalClauseTerms(scenario, view, by)),
    from: turn,
    until: turn + luck.integer(1, 3),
  });
  const draft = {
    title: 'An exchange',
    parties: [me, other],
    visibility: luck.integer(1, 3) === 1 ? 'secret' : 'public',
    form: 'statement',
    until: null,
    notice: 1,
    clauses: [clause(me, other), clause(other, me)],
  } as const;
  return refuseDraft(scenario, view.board, me, draft) === null ? [{ kind: 'propose', draft, expires: turn }] : [];
};
