import { holds } from '../../catalogue/conditions.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ActorId, PowerId } from '../../model/ids.ts';
import { isCovert, type OrderPattern, orderMatches } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { costOf } from '../costs.ts';
import type { Turn } from '../resolution/turn.ts';
import { type Ground, groundOfBoard } from '../verbs/ground.ts';
import { couldOrder, refuseOrder } from '../verbs/registry.ts';
import type { Deed, Judging } from './clause-kind.ts';
import { onlyOrder } from './pattern.ts';
import { actsOf } from './policy-deeds.ts';
import { tell } from './told.ts';
import { bitsOf } from './watch.ts';

const NO_DEEDS: readonly Deed[] = [];

type Done = { readonly open: readonly Deed[]; readonly all: readonly Deed[]; readonly verbs: number };
type Gathering = { readonly open: Deed[]; readonly all: Deed[] };

/** Overt orders count as given, covert ones against their giver only when they come to light. */
const deedsOfPowers = (turn: Turn, exposed: Judging['told']['exposed']): ReadonlyMap<ActorId, Gathering> => {
  const byPower = new Map<ActorId, Gathering>();
  const of = (power: PowerId): Gathering => {
    let deeds = byPower.get(power);
    if (deeds === undefined) {
      deeds = { open: [], all: [] };
      byPower.set(power, deeds);
    }
    return deeds;
  };
  for (const one of turn.running) {
    const deeds = of(one.power);
    deeds.all.push(one);
    if (!isCovert(one.order)) deeds.open.push(one);
  }
  for (const { power, order, id } of exposed) of(power).open.push({ order, shownBy: id });
  return byPower;
};

/** What a non-player's policy did at the end of last turn: after that turn's promises were judged. */
const policyDeeds = (turn: Turn, actor: ActorId): readonly Deed[] => {
  const { log, start } = turn;
  let deeds: Deed[] | null = null;
  for (const { rule, orders } of actsOf(log.scenario, actor)) {
    if (start.policies[rule] !== start.turn - 1) continue;
    const told = log.state.events.findLast((event) => event.kind === 'policyActed' && event.rule === rule);
    deeds ??= [];
    for (const order of orders) deeds.push({ order, shownBy: told?.id ?? null });
  }
  return deeds ?? NO_DEEDS;
};

const canPay = ({ scenario, power, own, board, grievances }: Ground, order: Deed['order']): boolean => {
  const cost = costOf(scenario, { gaps: board.gaps, grievances, turn: board.turn }, power, [order]);
  return cost.capital <= own.capital && cost.treasury <= own.treasury;
};

/** Was there a rule of its policy that would have done it, had another not come first? */
const couldAct = ({ log: { scenario }, start }: Turn, actor: ActorId, pattern: OrderPattern): boolean =>
  actsOf(scenario, actor).some(
    ({ when, orders }) =>
      (when === null || holds(when, scenario, start)) && orders.some((order) => orderMatches(order, pattern)),
  );

/** Had this power a legal order of the kind when the turn began, and the means? Grounds are made once for each power. */
const ability = (turn: Turn): Judging['could'] => {
  const { scenario } = turn.log;
  const { isPower } = indexOf(scenario);
  const grounds = new Map<ActorId, Ground>();
  return (actor: ActorId, pattern: OrderPattern): boolean => {
    if (!isPower.has(actor)) return couldAct(turn, actor, pattern);
    let ground = grounds.get(actor);
    if (ground === undefined) {
      ground = groundOfBoard(scenario, turn.start, actor);
      grounds.set(actor, ground);
    }
    const order = onlyOrder(pattern);
    return order === null ? couldOrder(ground, pattern) : refuseOrder(ground, order) === null && canPay(ground, order);
  };
};

/** Everything that verdicts of one turn are found from, gathered once. */
export const openJudging = (turn: Turn, board: Board): Judging => {
  const told = tell(turn.log.events);
  const given = deedsOfPowers(turn, told.exposed);
  const known = new Map<ActorId, Done>();
  const { isPower } = indexOf(turn.log.scenario);
  const doneBy = (actor: ActorId): Done => {
    let done = known.get(actor);
    if (done === undefined) {
      const own = isPower.has(actor) ? NO_DEEDS : policyDeeds(turn, actor);
      const { open, all } = given.get(actor) ?? { open: own, all: own };
      done = { open, all, verbs: bitsOf(open) };
      known.set(actor, done);
    }
    return done;
  };
  return {
    turn,
    board,
    told,
    deedsOf: (actor) => doneBy(actor).open,
    allDeedsOf: (actor) => doneBy(actor).all,
    verbsOf: (actor) => doneBy(actor).verbs,
    could: ability(turn),
  };
};
