import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Effect } from '../../model/effect.ts';
import type { Order } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { otherSide } from '../../rules/verbs/force.ts';
import { coverOf, oddsOf, openFlanks } from '../../rules/verbs/odds.ts';
import { CALM, CAPITAL, MONEY } from './burden.ts';
import { trackMoved } from './kept.ts';
import type { Mind } from './mind.ts';

/** Ground that could change hands by force: what it would bring and how likely. */
export type Campaign = {
  readonly front: string;
  readonly prize: string;
  readonly host: string;
  /** Hundredths if it succeeds, and what it costs in any case. */
  readonly gain: number;
  readonly price: number;
  readonly odds: number;
  readonly worth: number;
  readonly tension: number;
  /** Times to mobilise before it is worth most. */ readonly mobilise: number;
};

/** What force costs beyond the book: neighbours who draw away, and the risk of a wider war. */
const DREAD = 20;
/** Capital and money for one call-up, in hundredths. */
const MOBILISING = CAPITAL + 4 * MONEY;

/** The board with a prize in my hands. */
const takenBoard = (board: Board, prize: string, by: string, effects: readonly Effect[]): Board => {
  let after: Board = { ...board, prizes: { ...board.prizes, [prize]: by } };
  for (const effect of effects) {
    if (effect.kind === 'track') after = trackMoved(after, effect.power, effect.track, effect.by);
    const gate = effect.kind === 'guard' || effect.kind === 'gateStatus' ? after.gates[effect.gate] : undefined;
    if (gate === undefined) continue;
    if (effect.kind === 'guard')
      after = { ...after, gates: { ...after.gates, [effect.gate]: { ...gate, guard: effect.guard } } };
    if (effect.kind === 'gateStatus')
      after = { ...after, gates: { ...after.gates, [effect.gate]: { ...gate, status: effect.status } } };
  }
  return after;
};

const known = new WeakMap<Mind, readonly Campaign[]>();

/** Every prize on my fronts that another holds, reckoned once a thought. */
export const campaignsOf = (mind: Mind): readonly Campaign[] => {
  const before = known.get(mind);
  if (before !== undefined) return before;
  const campaigns = makeCampaigns(mind);
  known.set(mind, campaigns);
  return campaigns;
};

const makeCampaigns = (mind: Mind): Campaign[] => {
  const { scenario, board, me } = mind;
  return scenario.fronts.flatMap((front): Campaign[] => {
    const host = front.background ? null : otherSide(front, me);
    if (host === null || !indexOf(scenario).isPower.has(host)) return [];
    return front.prizes
      .filter(({ id }) => board.prizes[id] === host)
      .map(({ id, holder, onLost, onRegained }): Campaign => {
        const effects = holder === me ? onRegained : onLost;
        const gain = mind.worth(me, takenBoard(board, id, me, effects)) - mind.now(me);
        const price = priceOf(mind);
        const plain = { front: front.id, prize: id, host, gain, price, tension: board.fronts[front.id]?.tension ?? 0 };
        const ways = [0, 1, 2].map((mobilise) => {
          const odds = oddsAgainst(mind, host, mobilise);
          return { ...plain, odds, mobilise, worth: Math.floor((odds * gain) / 100) - price - mobilise * MOBILISING };
        });
        return ways.reduce((best, way) => (way.worth > best.worth ? way : best));
      });
  });
};

const oddsAgainst = ({ scenario, board, supposed, me }: Mind, host: string, mobilise: number): number => {
  const guarantors = Object.values(board.agreements).flatMap(({ status, clauses }) =>
    status === 'inForce'
      ? clauses
          .filter(({ terms, to }) => terms.kind === 'guarantee' && terms.against.includes(me) && to.includes(host))
          .flatMap(({ by }) => by.map((one) => board.tracks[one]?.credibility ?? 0))
      : [],
  );
  return oddsOf(scenario.magnitudes, {
    attack: Math.min(10, (supposed.board.tracks[me]?.readiness ?? 0) + mobilise * scenario.magnitudes.force.mobilise),
    defence: board.tracks[host]?.readiness ?? 0,
    cover: coverOf(board.portfolios[host]?.security, me),
    deterrents: [],
    guarantors,
    gaps: openFlanks(board, host),
    crisis: (board.tracks[host]?.stability ?? 100) < scenario.magnitudes.stability.crisis,
    watched: false,
  });
};

/** Word, calm at home, tension and money that an operation takes, won or lost. */
const priceOf = (mind: Mind): number => {
  const { scenario, board, me } = mind;
  const { force } = scenario.magnitudes;
  const spent = trackMoved(
    trackMoved(board, me, 'credibility', -force.credibility),
    me,
    'stability',
    -force.ownStability,
  );
  return mind.now(me) - mind.worth(me, spent) + 3 * CAPITAL + (6 + force.treasury) * MONEY + DREAD + CALM * 2;
};

/** Next steps of a campaign that is worth it: to strike, or to make ready. */
export const stepsOf = (mind: Mind, { front, prize, host, tension, mobilise }: Campaign): readonly Order[] => {
  const isHot = tension >= mind.scenario.magnitudes.force.operateTension;
  if (isHot && mobilise === 0) return [{ verb: 'operate', host, front, prize }];
  return [
    ...(isHot ? [] : [{ verb: 'probe', host, front } as const]),
    ...(mobilise > 0 ? [{ verb: 'mobilise' } as const] : []),
  ];
};

/** Turns until it could be struck: the line must be hot enough and the force ready. */
export const stepsTo = ({ scenario }: Mind, { tension, mobilise }: Campaign): number => {
  const { operateTension, probeTension } = scenario.magnitudes.force;
  return Math.max(mobilise, Math.ceil(Math.max(0, operateTension - tension) / probeTension));
};
