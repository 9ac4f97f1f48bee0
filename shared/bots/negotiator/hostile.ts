import { indexOf } from '../../catalogue/scenario-index.ts';
import type { PowerId } from '../../model/ids.ts';
import type { Order } from '../../model/order.ts';
import type { OrderOption } from '../../rules/legal-orders.ts';
import { victimOf } from '../../rules/verbs/covert.ts';
import { CAPITAL, MONEY, tensionWith } from './burden.ts';
import { calmed, shifted } from './kept.ts';
import type { Mind } from './mind.ts';

/** Hundredths that it is worth to hit back at whom one has a grievance against. */
const REVENGE = 40;
const EXPOSED = 6;
/** Readiness with which it means something to stand by somebody. */
const ABLE = 2;

/** Does a power hold something against another? */
export const isWronged = ({ view, me }: Mind, by: string): boolean =>
  view.grievances.some((one) => one.holder === me && one.against === by && one.until >= view.board.turn);

/** What an order against somebody is worth, or one that answers a danger; 0 for what this does not reckon. */
export const hostileWorth = (mind: Mind, { order, odds }: OrderOption): number => {
  switch (order.verb) {
    case 'sabotage':
      return sabotageWorth(mind, order.project);
    case 'coup':
      return coupWorth(mind, order.host, odds ?? 0);
    case 'sanction':
      return isFriend(mind, order.host) ? 0 : isWronged(mind, order.host) ? revenge(mind) - priceOf(mind, order) : 0;
    case 'blockade':
      return isWronged(mind, order.host) ? revenge(mind) - priceOf(mind, order) : 0;
    case 'denounce':
      return 2 * REVENGE;
    case 'deter':
      return deterWorth(mind, order.host);
    case 'mobilise':
      return alarm(mind);
    case 'standDown':
      return standDownWorth(mind);
    default:
      return 0;
  }
};

/** Whom I share a signature of this match with, or have lifted a measure against, I do not punish. */
const isFriend = ({ scenario, view, board, me }: Mind, host: string): boolean =>
  view.agreements.some(
    ({ status, origin, parties }) =>
      status === 'inForce' && origin === 'negotiated' && parties.includes(host) && parties.includes(me),
  ) ||
  scenario.measures.some(
    ({ id, by, against }) => by === me && against.includes(host) && board.measures[id] === 'lifted',
  );

const revenge = ({ character, reach }: Mind): number => Math.floor((REVENGE * character.bold * reach.grudge) / 10_000);

const priceOf = ({ scenario }: Mind, { verb }: Order): number => {
  const action = indexOf(scenario).action(verb, null);
  return action === null ? CAPITAL : Math.floor(((action.capital - 1) * CAPITAL) / 2) + action.treasury * MONEY;
};

/** A rival's work undone, with the chance that it comes to light counted. */
const sabotageWorth = (mind: Mind, project: string): number => {
  const { scenario, board, me } = mind;
  const definition = indexOf(scenario).projects.get(project);
  const now = board.projects[project];
  const victim = definition === undefined ? null : victimOf(scenario, board, definition, me);
  if (now === undefined || victim === null) return 0;
  const left = Math.max(0, (now.progress[victim] ?? 0) - scenario.magnitudes.covert.sabotage);
  const after = {
    ...board,
    projects: { ...board.projects, [project]: { ...now, progress: { ...now.progress, [victim]: left } } },
  };
  const { exposed, credibility } = scenario.magnitudes.covert;
  return mind.change(me, after, new Set(['pct'])) - Math.floor((exposed.sabotage * credibility * EXPOSED) / 100);
};

const coupWorth = (mind: Mind, host: PowerId, odds: number): number => {
  const { scenario, board, me } = mind;
  const { coup, credibility, exposed } = scenario.magnitudes.covert;
  let after = board;
  for (const { area, points } of coup.gains) after = shifted(after, host, area, me, points);
  const gain = mind.change(me, after, new Set([`share/${host}`]));
  const price = 2 * CAPITAL + Math.floor((exposed.coup * credibility * EXPOSED) / 100);
  return Math.floor(((odds * gain) / 100 - price) * (mind.character.bold / 100));
};

/** To stand by whom I have promised to, or whose loss would be mine, while somebody may strike. */
const deterWorth = (mind: Mind, host: PowerId): number => {
  const { scenario, board, me, view } = mind;
  const promised = view.agreements.some(
    ({ status, clauses }) =>
      status === 'inForce' &&
      clauses.some(({ terms, by, to }) => terms.kind === 'guarantee' && by.includes(me) && to.includes(host)),
  );
  const hottest = Math.max(0, ...mind.others.map((one) => tensionWith(scenario, board, one, host)));
  if (
    (mind.supposed.board.tracks[me]?.readiness ?? 0) < ABLE ||
    tensionWith(scenario, board, me, host) > 0 ||
    hottest < scenario.magnitudes.force.operateTension
  )
    return 0;
  const fear = scenario.fronts.reduce((sum, { id, parties }) => {
    if (!parties.includes(host)) return sum;
    return sum + mind.change(me, calmed(board, id, 1), new Set(['tension']));
  }, 0);
  return (promised ? REVENGE : 0) + Math.max(0, fear);
};

/** Others are readier than I am, and the line is hot. */
const alarm = (mind: Mind): number => {
  const { scenario, board, me, supposed } = mind;
  const mine = supposed.board.tracks[me]?.readiness ?? 0;
  let worst = 0;
  for (const other of mind.others) {
    const tension = tensionWith(scenario, board, me, other);
    if (tension < scenario.magnitudes.force.operateTension - 1) continue;
    worst = Math.max(worst, (tension - 4) * ((board.tracks[other]?.readiness ?? 0) + 2 - mine) * 6);
  }
  return worst;
};

/** To calm a line where nobody means to use force. */
const standDownWorth = (mind: Mind): number => {
  const { scenario, board, me } = mind;
  let after = board;
  for (const { id, parties, background } of scenario.fronts)
    if (!background && parties.includes(me) && (board.fronts[id]?.tension ?? 0) > 5)
      after = calmed(after, id, scenario.magnitudes.force.standDownTension);
  return after === board ? 0 : mind.change(me, after, new Set(['tension'])) - 2 * READY;
};

const READY = 12;
