import { causeChain } from '../../client/text/cause-sentence.ts';
import { sentence } from '../../client/text/sentence.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import type { Luck } from '../../shared/kernel/luck.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId, ViewerId } from '../../shared/model/ids.ts';
import type { LoggedInput, PowerInput } from '../../shared/model/input.ts';
import { NO_ORDERS, type OrderSet } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { formatOrder, parseOrder } from '../../shared/notation/order-notation.ts';
import { boardDigest } from '../../shared/replay/fold.ts';
import { legalDoors, legalOrders } from '../../shared/rules/legal-orders.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { step } from '../../shared/rules/step.ts';
import { maySee } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { completed } from './random-acts.ts';

/** The same state, which throws at whoever writes to it: a step must leave the past alone. */
export const frozen = (state: MatchState): MatchState => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  };
  freeze(state.board);
  freeze(state.table);
  freeze(state.orders);
  freeze(state.proposals);
  return state;
};

/** Asking and refusing change nothing. */
export const refusalFaults = (scenario: Scenario, state: MatchState, logged: LoggedInput): string[] => {
  const { events: _events, turnStarts: _starts, ...rest } = state;
  const before = canonical(rest);
  const first = refusal(scenario, frozen(state), logged);
  const again = refusal(scenario, state, logged);
  return [
    ...(canonical(rest) === before ? [] : [`a refusal of ${logged.input.kind} changed something`]),
    ...(canonical(first) === canonical(again) ? [] : [`${logged.input.kind} is refused differently the second time`]),
  ];
};

const asked = (seat: PowerId, input: PowerInput): Omit<LoggedInput, 'seq'> => ({ at: 0, seat, input });
const refusedOrders = (
  scenario: Scenario,
  state: MatchState,
  power: PowerId,
  set: Partial<OrderSet>,
): string | null => {
  const input = { kind: 'submitOrders', orders: { ...NO_ORDERS, ...set } } as const;
  return refusal(scenario, state, asked(power, input))?.code ?? null;
};

/** Whatever is offered to a seat is accepted from it as far as it can pay, and can be written and read back. */
export const legalFaults = (scenario: Scenario, state: MatchState, luck: Luck): string[] => {
  const power = luck.pick(indexOf(scenario).powers);
  const view = viewFor(scenario, state, power);
  const exact = view.tracks[power]?.exact;
  const faults: string[] = [];
  for (const option of legalOrders(scenario, view)) {
    const order = completed(scenario, view, option, luck);
    if (order === null || exact == null) continue;
    const text = formatOrder(power, order);
    const read = parseOrder(text);
    if (!read.ok || canonical(read.value.order) !== canonical(order)) faults.push(`${text} is not read back`);
    const canPay = option.cost.capital <= exact.capital && option.cost.treasury <= exact.treasury;
    const code = refusedOrders(scenario, state, power, { orders: [order] });
    if (canPay ? code !== null : code !== 'orders/unaffordable')
      faults.push(`${text} is offered, and answered ${code}`);
  }
  for (const doors of luck.shuffled(legalDoors(scenario, view)).slice(0, 10)) {
    const code = refusedOrders(scenario, state, power, { doors });
    if (code !== null) faults.push(`${power} ${JSON.stringify(doors)} is offered and refused: ${code}`);
  }
  return faults;
};

/** What the same orders do when they come in another order, some of them twice, some after others that were taken back. */
export const arrivalFaults = (
  scenario: Scenario,
  state: MatchState,
  sets: ReadonlyMap<PowerId, OrderSet>,
  luck: Luck,
): string[] => {
  const play = (powers: readonly PowerId[], again: boolean): { readonly digest: string; readonly lines: string } => {
    let now: MatchState = { ...state, orders: {} };
    const give = (seat: PowerId | 'facilitator', input: LoggedInput['input']): readonly GameEvent[] => {
      const done = step(scenario, now, { seq: now.version + 1, at: 0, seat, input });
      now = done.state;
      return done.events;
    };
    for (const power of powers) {
      const orders = sets.get(power);
      if (orders === undefined) continue;
      if (again) give(power, { kind: 'submitOrders', orders: NO_ORDERS });
      give(power, { kind: 'submitOrders', orders });
    }
    const events = give('facilitator', { kind: 'advance' });
    return { digest: boardDigest('', now.board), lines: events.map(formatEvent).join('\n') };
  };
  const { powers } = indexOf(scenario);
  const plain = play(powers, false);
  const mixed = play(luck.shuffled(powers), true);
  return [
    ...(plain.digest === mixed.digest ? [] : ['the order of arrival changed the board']),
    ...(plain.lines === mixed.lines ? [] : ['the order of arrival changed what happened']),
  ];
};

/** Who was told nothing of what happened sees what was seen before; nobody sees what only another may know. */
export const secrecyFaults = (
  scenario: Scenario,
  before: MatchState,
  after: MatchState,
  events: readonly GameEvent[],
  luck: Luck,
): string[] => {
  if (after.table.phase === 'ended') return [];
  const faults: string[] = [];
  for (const viewer of luck.shuffled<ViewerId>([...indexOf(scenario).powers, 'public']).slice(0, 2)) {
    const view = viewFor(scenario, after, viewer);
    const told = events.some((event) => maySee(event, viewer));
    if (!told && JSON.stringify(viewFor(scenario, before, viewer)) !== JSON.stringify(view))
      faults.push(`${viewer} sees a difference and was told nothing of ${events.map((event) => event.kind).join()}`);
    faults.push(...leaksIn(after, viewer, view));
  }
  return faults;
};

const leaksIn = (state: MatchState, viewer: ViewerId, view: SeatView): string[] => {
  const faults: string[] = [];
  const text = JSON.stringify(view);
  // A rewind takes back what happened, not what was told.
  const rewound = [...state.events].some((event) => event.kind === 'rewound');
  for (const one of rewound ? [] : Object.values(state.board.agreements)) {
    if (one.visibility !== 'secret' || one.parties.includes(viewer) || one.shownTo.includes(viewer)) continue;
    if (text.includes(`"${one.id}"`)) faults.push(`${viewer} sees ${one.id}`);
  }
  // Texts of the scenario have public names: a promise may speak of one.
  for (const one of Object.values(state.proposals))
    if (one.turn > 0 && !one.draft.parties.includes(viewer) && text.includes(`"${one.id}"`))
      faults.push(`${viewer} sees ${one.id}`);
  if (text.includes(state.seed)) faults.push(`${viewer} sees the seed`);
  if (Object.keys(view.agendas).some((power) => power !== viewer)) faults.push(`${viewer} sees an agenda`);
  for (const [power, tracks] of Object.entries(view.tracks))
    if (power !== viewer && tracks.exact !== null) faults.push(`${viewer} sees the tracks of ${power}`);
  return [...faults, ...toldTooMuch(viewer, view)];
};

const toldTooMuch = (viewer: ViewerId, view: SeatView): string[] => {
  const faults: string[] = [];
  for (const event of view.events) {
    if (event.kind === 'ordersRevealed' && event.orders.concessions.length > 0)
      faults.push(`${viewer} sees concessions`);
    if ((event.kind === 'ordersSubmitted' || event.kind === 'standingSet') && event.power !== viewer)
      faults.push(`${viewer} sees what ${event.power} submitted`);
  }
  return faults;
};

/** Everything that a seat was told can be said in a sentence, and its causes lead to an end. */
export const sentenceFaults = (scenario: Scenario, state: MatchState, luck: Luck): string[] => {
  const viewer = luck.pick([...indexOf(scenario).powers, 'public', 'facilitator']);
  const view = viewFor(scenario, state, viewer);
  return luck
    .shuffled(view.events)
    .slice(0, 200)
    .flatMap((event) => {
      const told = sentence(event, scenario, view);
      const links = causeChain(event, scenario, view);
      const blank = told.trim() === '' || /[{}]|undefined|NaN|\[object/u.test(told);
      return [
        ...(blank ? [`${event.id} (${event.kind}) is told as “${told}”`] : []),
        ...(links.some((link) => link.text.trim() === '')
          ? [`${event.id} (${event.kind}) has a cause without words`]
          : []),
      ];
    });
};
