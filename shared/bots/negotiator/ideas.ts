import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Order } from '../../model/order.ts';
import { couldBeBrokenBy } from '../../rules/clauses/registry.ts';
import type { OrderOption } from '../../rules/legal-orders.ts';
import type { Motive } from '../motive.ts';
import { costOf } from './burden.ts';
import { type Campaign, campaignsOf, stepsOf, stepsTo } from './campaign.ts';
import { canAdvance } from './gifts.ts';
import { hostileWorth } from './hostile.ts';
import { calmed, orderedBoard, trackMoved } from './kept.ts';
import type { Mind } from './mind.ts';
import { promisesOfMine } from './owed.ts';
import { pressuresOf } from './pressure.ts';
import { touchedByOrder } from './touched.ts';

/** An order that might be given, and what it is reckoned to bring. */
export type Idea = {
  readonly order: Order;
  /** Hundredths, by hand. */ readonly worth: number;
  /** Worth known better than a trial would show: it hangs on what others decide. */ readonly fixed: boolean;
  /** A promise of mine that it would break. */ readonly breaks: string | null;
  readonly motive: Motive | null;
};

const RECKONED: ReadonlySet<string> = new Set([
  'court',
  'harden',
  'setGate',
  'mediate',
  'sponsor',
  'award',
  'lift',
  'postGuard',
]);
/** Orders whose worth a trial shows. */
const SHOWN = new Set(['court', 'harden', 'setGate', 'mediate', 'lift', 'postGuard']);
/** To know what others have signed is worth something now and then. */
const SPY = 30;
const CURIOUS = 6;

/** Every order worth a thought, best first. */
export const ideasOf = (mind: Mind, options: readonly OrderOption[]): Idea[] => {
  const bonds = promisesOfMine(mind).filter(({ clause }) => clause.terms.kind !== 'do');
  const broken = (order: Order): string | null =>
    bonds.find(({ clause }) => couldBeBrokenBy(clause, order))?.agreement.id ?? null;
  const ideas: Idea[] = [];
  for (const option of options) {
    const { order, notes } = option;
    const worth = reckoned(mind, order) + hostileWorth(mind, option) - (notes.includes('tired') ? 30 : 0);
    if (worth > 0)
      ideas.push({
        order,
        worth: blurred(mind, worth),
        fixed: !SHOWN.has(order.verb),
        breaks: broken(order),
        motive: null,
      });
  }
  for (const { order, worth, odds } of pressuresOf(mind, options, 3)) {
    const text = `Pressing ${order.host} pays if it gives way, which is ${odds} per cent likely.`;
    const leaning = Math.floor((worth * mind.character.bold) / 100);
    if (leaning > 0)
      ideas.push({
        order,
        worth: leaning,
        fixed: true,
        breaks: broken(order),
        motive: { deed: 'squeeze', about: null, worth, text },
      });
  }
  for (const idea of forceful(mind, broken)) ideas.push({ ...idea, breaks: broken(idea.order) });
  return ideas.sort((a, b) => b.worth - a.worth);
};

const blurred = ({ luck, reach }: Mind, worth: number): number =>
  worth + (reach.blur === 0 ? 0 : luck.integer(-reach.blur, reach.blur) / 2);

/** Worth of an order by hand, its price in money counted. */
const reckoned = (mind: Mind, order: Order): number => {
  const { scenario, board, me } = mind;
  if (order.verb === 'monitor') return monitorWorth(mind, order.front);
  if (order.verb === 'spy')
    return mind.luck.integer(1, 100) <= CURIOUS ? Math.floor((SPY * mind.reach.grudge) / 100) : 0;
  if (!RECKONED.has(order.verb) || isVain(mind, order)) return 0;
  let after = orderedBoard(scenario, board, me, order);
  if (order.verb === 'postGuard') {
    const gate = board.gates[order.gate];
    if (gate === undefined) return 0;
    after = { ...board, gates: { ...board.gates, [order.gate]: { ...gate, guard: order.guard } } };
  }
  const { politicsStability, politicsBelow } = scenario.magnitudes.harden;
  if (order.verb === 'harden' && order.area === 'politics' && (board.tracks[me]?.stability ?? 100) < politicsBelow)
    after = trackMoved(after, me, 'stability', politicsStability);
  if (after === board) return 0;
  const price = order.verb === 'setGate' ? 0 : costOf(scenario, order) / 4;
  const touched = new Set<string>();
  touchedByOrder(scenario, me, order, touched);
  return mind.change(me, after, touched) - price;
};

/** Work that would not count, and an award taken from one to be given to another. */
const isVain = ({ scenario, board, me }: Mind, order: Order): boolean => {
  if (order.verb === 'award') return board.projects[order.project]?.awarded !== null;
  if (order.verb !== 'sponsor') return false;
  const project = indexOf(scenario).projects.get(order.project);
  return project === undefined || !canAdvance(scenario, board, project, me);
};

/** Eyes on a front that is close to my own interest, when it grows hot. */
const monitorWorth = ({ board, worth, now, me }: Mind, front: string): number => {
  const tension = board.fronts[front]?.tension ?? 0;
  if (tension < 5) return 0;
  return (now(me) - worth(me, calmed(board, front, -2))) / 4;
};

/** Hundredths of calm that a strike must be worth for the plainest of characters. */
const BOLDNESS = 15;
/** Once decided, it comes before small gains. */
const STRIKE = 60;
/** Each turn that it takes to come to that. */
const FAR = 50;

const forceful = (mind: Mind, broken: (order: Order) => string | null): Idea[] => {
  const { character } = mind;
  const isBound = ({ host, front, prize }: Campaign): boolean =>
    character.temperament === 'steadfast' && broken({ verb: 'operate', host, front, prize }) !== null;
  const best = campaignsOf(mind)
    .filter((campaign) => !isBound(campaign))
    .map((campaign) => ({ campaign, drive: ((campaign.worth - FAR * stepsTo(mind, campaign)) * character.bold) / 100 }))
    .filter(({ drive }) => drive > BOLDNESS)
    .sort((a, b) => b.drive - a.drive)[0];
  if (best === undefined) return [];
  const { campaign } = best;
  const text = `Ground at ${campaign.front} could be had by force at ${campaign.odds} per cent.`;
  return stepsOf(mind, campaign).map((order) => ({
    order,
    worth: order.verb === 'operate' ? best.drive + STRIKE : best.drive / 2 + STRIKE / 2,
    fixed: true,
    breaks: null,
    motive: { deed: 'force', about: null, worth: campaign.worth, text },
  }));
};
