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
};

/** What force costs beyond the book: neighbours who draw away, and the risk of a wider war. */
const DREAD = 90;

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

/** Every prize on my fronts that another holds. */
export const campaignsOf = (mind: Mind): Campaign[] => {
  const { scenario, board, me } = mind;
  return scenario.fronts.flatMap((front): Campaign[] => {
    const host = front.background ? null : otherSide(front, me);
    if (host === null || !indexOf(scenario).isPower.has(host)) return [];
    return front.prizes
      .filter(({ id }) => board.prizes[id] === host)
      .map(({ id, holder, onLost, onRegained }): Campaign => {
        const effects = holder === me ? onRegained : onLost;
        const gain = mind.worth(me, takenBoard(board, id, me, effects)) - mind.now(me);
        const odds = oddsAgainst(mind, host);
        const price = priceOf(mind);
        const worth = Math.floor((odds * gain) / 100) - price;
        return {
          front: front.id,
          prize: id,
          host,
          gain,
          price,
          odds,
          worth,
          tension: board.fronts[front.id]?.tension ?? 0,
        };
      });
  });
};

const oddsAgainst = ({ scenario, board, supposed, me }: Mind, host: string): number => {
  const guarantors = Object.values(board.agreements).flatMap(({ status, clauses }) =>
    status === 'inForce'
      ? clauses
          .filter(({ terms, to }) => terms.kind === 'guarantee' && terms.against.includes(me) && to.includes(host))
          .flatMap(({ by }) => by.map((one) => board.tracks[one]?.credibility ?? 0))
      : [],
  );
  return oddsOf(scenario.magnitudes, {
    attack: supposed.board.tracks[me]?.readiness ?? 0,
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
  return mind.now(me) - mind.worth(me, spent) + 4 * CAPITAL + (6 + force.treasury) * MONEY + DREAD + CALM * 2;
};

/** Next step of a campaign that is worth it: to strike, or to make ready. */
export const stepsOf = (mind: Mind, campaign: Campaign): readonly Order[] => {
  const { operateTension } = mind.scenario.magnitudes.force;
  if (campaign.tension >= operateTension)
    return [{ verb: 'operate', host: campaign.host, front: campaign.front, prize: campaign.prize }];
  return [{ verb: 'probe', host: campaign.host, front: campaign.front }, { verb: 'mobilise' }];
};
