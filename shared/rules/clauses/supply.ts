import { indexOf } from '../../catalogue/scenario-index.ts';
import { lookUp } from '../../kernel/look-up.ts';
import type { Price } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import type { Verb } from '../../model/order.ts';
import { isBarred } from '../../model/portfolio.ts';
import type { Turn } from '../resolution/turn.ts';
import { type ClauseRules, type Finding, KEPT, NO_PATTERNS } from './clause-kind.ts';
import { leftOf, type Purse, payOut } from './purse.ts';

/** What is paid where nobody has promised a price. */
const MARKET = 2;

const SQUEEZES: readonly Verb[] = ['squeeze'];

/** Hosts pay their suppliers in the area that is paid for, at the lowest price promised, as far as the treasury reaches. (SU1) */
export const paySupplies = (turn: Turn, purse: Purse): void => {
  const { log, start } = turn;
  const { area, rates } = log.scenario.magnitudes.supply;
  const { powers, actors } = indexOf(log.scenario);
  for (const host of powers) {
    const row = start.portfolios[host]?.[area];
    const prices = purse.prices.get(host);
    for (const supplier of actors) {
      const share = row?.[supplier] ?? 0;
      if (share === 0) continue;
      const price = prices?.get(supplier) ?? MARKET;
      const due = Math.floor((share * rates[price]) / 100);
      const amount = Math.min(due, leftOf(turn, purse, host));
      if (amount > 0) payOut(turn, purse, host, [supplier], amount, { kind: 'rule', rule: 'SU1' }, [host, supplier]);
    }
  }
};

/** To go on supplying an area, and no dearer than promised. A squeeze there breaks it, unless the host has barred the supplier. (SU2) */
export const supplyRules: ClauseRules<'supply'> = {
  fault: ({ board, by, to }) =>
    to.some((host) => lookUp(board.portfolios, host) !== undefined && !by.includes(host)) ? null : 'host',
  runs: ({ turn, purse }, _agreement, clause, { area, price }) => {
    if (area !== turn.log.scenario.magnitudes.supply.area) return;
    for (const host of clause.to) {
      const prices = purse.prices.get(host) ?? new Map<ActorId, Price>();
      purse.prices.set(host, prices);
      for (const supplier of clause.by) {
        const known = prices.get(supplier);
        if (known === undefined || price < known) prices.set(supplier, price);
      }
    }
  },
  judge: (judging, _agreement, clause, { area }, last) => {
    let finding: Finding | null = null;
    for (const supplier of clause.by) {
      for (const { order, shownBy } of judging.deedsOf(supplier)) {
        if (order.verb !== 'squeeze' || order.area !== area || !clause.to.includes(order.host)) continue;
        const doors = judging.board.doors[order.host];
        if (doors === undefined || !isBarred(doors, area, supplier))
          return { verdict: 'breached', by: [supplier], evidence: shownBy };
        finding = { verdict: 'excused', evidence: judging.told.doors.get(order.host) ?? shownBy };
      }
    }
    return finding ?? (last ? KEPT : null);
  },
  stirredBy: () => SQUEEZES,
  holds: () => true,
  asks: () => NO_PATTERNS,
  forbids: (clause, { area }) => clause.to.map((host) => ({ verb: 'squeeze', host, area })),
  breachBy: (_scenario, clause, { area }) => ({
    kind: 'pattern',
    order: { verb: 'squeeze', area, host: clause.to[0] ?? '' },
  }),
};
