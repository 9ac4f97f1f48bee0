import { indexOf } from '../../catalogue/scenario-index.ts';
import type { FrontDefinition } from '../../model/asset.ts';
import type { ActorId, FrontId, PowerId } from '../../model/ids.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import { TRACK_BOUNDS } from '../../model/track.ts';
import { type Guarantee, guaranteesOf } from '../guarantees.ts';
import { type Ground, isPower, NO_NOTES, type Offered, type OrderNote, type VerbRules } from './ground.ts';
import { type Balance, coverOf, isInCrisis, oddsOf, openFlanks } from './odds.ts';
import { perPower } from './per-power.ts';

/** A front as one of its sides sees it. */
type Side = { readonly front: FrontDefinition; readonly other: ActorId };
type Lists = {
  readonly sides: readonly Side[];
  readonly probe: readonly Offered[];
  readonly deter: readonly Offered[];
};

/** Who is on the other side of a front; null if the power is on neither. */
export const otherSide = ({ parties }: FrontDefinition, power: ActorId): ActorId | null =>
  parties[0] === power ? parties[1] : parties[1] === power ? parties[0] : null;

/** Force may be used against this power somewhere: there is ground that may change hands. */
const isExposed = (scenario: Scenario, host: ActorId): boolean =>
  scenario.fronts.some((front) => !front.background && front.prizes.length > 0 && front.parties.includes(host));

const listsFor = perPower((scenario, power): Lists => {
  const sides: Side[] = [];
  for (const front of scenario.fronts) {
    const other = otherSide(front, power);
    if (other !== null) sides.push({ front, other });
  }
  return {
    sides,
    probe: sides.map(({ front, other }) => ({
      order: { verb: 'probe', host: other, front: front.id },
      notes: NO_NOTES,
    })),
    deter: indexOf(scenario)
      .powers.filter((host) => host !== power && isExposed(scenario, host))
      .map((host) => ({ order: { verb: 'deter', host }, notes: NO_NOTES })),
  };
});

const MOBILISE: readonly Offered[] = [{ order: { verb: 'mobilise' }, notes: NO_NOTES }];
const STAND_DOWN: readonly Offered[] = [{ order: { verb: 'standDown' }, notes: NO_NOTES }];
const NONE: readonly Offered[] = [];
const IN_THE_OPEN: readonly OrderNote[] = ['gap'];
const [, FULLY_READY] = TRACK_BOUNDS.readiness;

const refuseUnready = ({ own }: Ground): Refusal | null =>
  own.readiness >= 1 ? null : refuse('orders/not-allowed', { why: 'readiness', least: 1 });

export const mobiliseRules: VerbRules<'mobilise'> = {
  offers: ({ own }) => (own.readiness < FULLY_READY ? MOBILISE : NONE),
  refuse: ({ own }) => (own.readiness < FULLY_READY ? null : refuse('orders/not-allowed', { why: 'ready' })),
};

export const standDownRules: VerbRules<'standDown'> = {
  offers: ({ own }) => (own.readiness >= 1 ? STAND_DOWN : NONE),
  refuse: refuseUnready,
};

/** For whoever may be attacked, with readiness of one's own. */
export const deterRules: VerbRules<'deter'> = {
  offers: ({ scenario, power, own }) => (own.readiness >= 1 ? listsFor(scenario, power).deter : NONE),
  refuse: (ground, { host }) => {
    if (host === ground.power || !isPower(ground, host) || !isExposed(ground.scenario, host))
      return refuse('orders/not-allowed', { why: 'host' });
    return refuseUnready(ground);
  },
};

const refuseSide = (ground: Ground, front: FrontId, host: ActorId): Refusal | null => {
  const meant = indexOf(ground.scenario).fronts.get(front);
  if (meant === undefined) return refuse('orders/unknown');
  return otherSide(meant, ground.power) === host ? null : refuse('orders/not-allowed', { why: 'side' });
};

export const probeRules: VerbRules<'probe'> = {
  offers: ({ scenario, power }) => listsFor(scenario, power).probe,
  refuse: (ground, { front, host }) => refuseSide(ground, front, host),
};

/** What the seat may reckon with: what others order it cannot know, but promises that it knows of it takes for honoured. */
const balanceOf = (ground: Ground, host: PowerId): Balance => {
  const { scenario, power, board, tracks, own } = ground;
  const isReady = ({ by }: Guarantee): boolean => tracks[by] !== undefined && ground.readiness(by) >= 1;
  const honoured = guaranteesOf(ground.agreements(), board.turn, host, power).filter(isReady);
  const word = (by: PowerId): number => tracks[by]?.credibility ?? 0;
  return {
    attack: own.readiness,
    defence: ground.readiness(host),
    cover: coverOf(board.portfolios[host]?.security, power),
    deterrents: honoured.map(({ by }) => ({ readiness: ground.readiness(by), credibility: word(by) })),
    guarantors: honoured.map(({ by }) => word(by)),
    gaps: openFlanks(board, host),
    crisis: isInCrisis(scenario, tracks[host]?.stability ?? 0),
    watched: false,
  };
};

/** At a front of one's own that is hot enough, for something that the other side holds. */
export const operateRules: VerbRules<'operate'> = {
  offers: (ground) => {
    const { scenario, power, board, own } = ground;
    if (own.readiness < 1) return NONE;
    const offers: Offered[] = [];
    const reckoned = new Map<PowerId, Balance>();
    for (const { front, other: host } of listsFor(scenario, power).sides) {
      const tension = board.fronts[front.id]?.tension ?? 0;
      if (front.background || tension < scenario.magnitudes.force.operateTension || !isPower(ground, host)) continue;
      const balance = reckoned.get(host) ?? balanceOf(ground, host);
      reckoned.set(host, balance);
      const odds = oddsOf(scenario.magnitudes, balance);
      for (const { id: prize } of front.prizes) {
        if (board.prizes[prize] !== host) continue;
        const order = { verb: 'operate', host, front: front.id, prize } as const;
        offers.push({ order, notes: balance.gaps > 0 ? IN_THE_OPEN : NO_NOTES, odds });
      }
    }
    return offers;
  },
  refuse: (ground, { front, host, prize }) => {
    const { scenario, board } = ground;
    const wrong = refuseSide(ground, front, host);
    if (wrong !== null) return wrong;
    const at = indexOf(scenario).prizes.get(prize);
    if (at === undefined) return refuse('orders/unknown');
    if (at.front.background || !isPower(ground, host)) return refuse('orders/not-allowed', { why: 'background' });
    if (at.front.id !== front || board.prizes[prize] !== host) return refuse('orders/not-allowed', { why: 'prize' });
    const least = scenario.magnitudes.force.operateTension;
    if ((board.fronts[front]?.tension ?? 0) < least) return refuse('orders/not-allowed', { why: 'calm', least });
    return refuseUnready(ground);
  },
};
