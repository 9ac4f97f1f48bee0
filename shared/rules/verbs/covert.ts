import { indexOf } from '../../catalogue/scenario-index.ts';
import { percentOf } from '../../kernel/shares.ts';
import type { ProjectDefinition } from '../../model/asset.ts';
import type { ActorId, GateId, PowerId } from '../../model/ids.ts';
import type { Magnitudes } from '../../model/magnitudes.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { type Ground, isPower, type Offered, type OrderNote, type VerbRules } from './ground.ts';
import { refuseDemand } from './influence.ts';
import { coupOdds } from './odds.ts';
import { perPower } from './per-power.ts';

const COVERT: readonly OrderNote[] = ['covert'];

/** A gate that is not one's own: its offer never changes, only whether it may be made. */
type Target = { readonly gate: GateId; readonly host: ActorId; readonly near: boolean; readonly offer: Offered };
type Lists = {
  readonly spy: readonly Offered[];
  readonly destabilise: readonly { readonly host: PowerId; readonly offer: Offered }[];
  readonly gates: readonly Target[];
};

const listsFor = perPower((scenario, power): Lists => {
  const others = indexOf(scenario).powers.filter((host) => host !== power);
  return {
    spy: others.map((host) => ({ order: { verb: 'spy', host }, notes: COVERT })),
    destabilise: others.map((host) => ({ host, offer: { order: { verb: 'destabilise', host }, notes: COVERT } })),
    gates: scenario.routes.flatMap((route) =>
      route.gates
        .filter((gate) => gate.owner !== power)
        .map(({ id, owner }) => ({
          gate: id,
          host: owner,
          near: route.gates.some((gate) => gate.owner === power),
          offer: { order: { verb: 'blockade', host: owner, gate: id }, notes: COVERT },
        })),
    ),
  };
});

const politicsOf = (board: Pick<Board, 'portfolios'>, host: ActorId, power: PowerId): number =>
  board.portfolios[host]?.politics[power] ?? 0;

const refuseHost = (ground: Ground, host: ActorId): Refusal | null =>
  host !== ground.power && isPower(ground, host) ? null : refuse('orders/not-allowed', { why: 'host' });

/** Covert, always possible. (CV2) */
export const spyRules: VerbRules<'spy'> = {
  offers: ({ scenario, power }) => listsFor(scenario, power).spy,
  refuse: (ground, { host }) => refuseHost(ground, host),
};

/** Stability that an unmet attempt costs the host, by the giver's share of its politics. (CV3) */
export const unrestOf = ({ covert }: Magnitudes, share: number): number => percentOf(covert.destabilise, share);

/** The smallest share of politics with which anything can be stirred. */
const leastShare = ({ covert }: Magnitudes): number => Math.max(1, Math.ceil(50 / Math.max(1, covert.destabilise)));

export const destabiliseRules: VerbRules<'destabilise'> = {
  offers: ({ scenario, power, board }) => {
    const least = leastShare(scenario.magnitudes);
    const offers: Offered[] = [];
    for (const { host, offer } of listsFor(scenario, power).destabilise)
      if (politicsOf(board, host, power) >= least) offers.push(offer);
    return offers;
  },
  refuse: (ground, { host, demand }) => {
    const least = leastShare(ground.scenario.magnitudes);
    const wrong = refuseHost(ground, host);
    if (wrong !== null) return wrong;
    if (politicsOf(ground.board, host, ground.power) < least)
      return refuse('orders/not-allowed', { why: 'share', least });
    return demand === undefined ? null : refuseDemand(ground, host, demand);
  },
};

/** Against a shaky government, with a large share of its politics: both are there for all to see. (CV4) */
export const coupRules: VerbRules<'coup'> = {
  offers: (ground) => {
    const { scenario, power, board, tracks } = ground;
    const { coup } = scenario.magnitudes.covert;
    const offers: Offered[] = [];
    for (const host of indexOf(scenario).powers) {
      const stability = tracks[host]?.stability ?? 0;
      const share = politicsOf(board, host, power);
      if (host === power || stability >= coup.stabilityUnder || share < coup.share) continue;
      const odds = coupOdds(scenario.magnitudes, share, stability);
      offers.push({ order: { verb: 'coup', host }, notes: COVERT, odds });
    }
    return offers;
  },
  refuse: (ground, { host }) => {
    const { coup } = ground.scenario.magnitudes.covert;
    const wrong = refuseHost(ground, host);
    if (wrong !== null) return wrong;
    if (politicsOf(ground.board, host, ground.power) < coup.share)
      return refuse('orders/not-allowed', { why: 'share', least: coup.share });
    return (ground.tracks[host]?.stability ?? 0) < coup.stabilityUnder
      ? null
      : refuse('orders/not-allowed', { why: 'stability', most: coup.stabilityUnder - 1 });
  },
};

/** Whose work a saboteur undoes: the sponsor with most progress but for itself, of equals the first; null if nobody has any. (CV5) */
export const victimOf = (
  scenario: Scenario,
  board: Pick<Board, 'projects'>,
  project: ProjectDefinition,
  saboteur: PowerId,
): ActorId | null => {
  const now = board.projects[project.id];
  if (now === undefined || now.winner !== null) return null;
  let victim: ActorId | null = null;
  let most = 0;
  for (const sponsor of indexOf(scenario).actors) {
    const points = now.progress[sponsor] ?? 0;
    if (sponsor === saboteur || points <= most) continue;
    victim = sponsor;
    most = points;
  }
  return victim;
};

export const sabotageRules: VerbRules<'sabotage'> = {
  offers: ({ scenario, power, board }) => {
    const offers: Offered[] = [];
    for (const project of scenario.projects) {
      if (project.host === power || victimOf(scenario, board, project, power) === null) continue;
      offers.push({ order: { verb: 'sabotage', host: project.host, project: project.id }, notes: COVERT });
    }
    return offers;
  },
  refuse: ({ scenario, power, board }, { host, project }) => {
    const meant = indexOf(scenario).projects.get(project);
    if (meant === undefined) return refuse('orders/unknown');
    if (meant.host !== host || host === power) return refuse('orders/not-allowed', { why: 'host' });
    return victimOf(scenario, board, meant, power) === null ? refuse('orders/not-allowed', { why: 'progress' }) : null;
  },
};

/** Activists must be within reach: on a route with a gate of one's own, or where one has a share of politics. (CV6) */
const reaches = (board: Pick<Board, 'portfolios'>, power: PowerId, { host, near }: Target): boolean =>
  near || politicsOf(board, host, power) > 0;

export const blockadeRules: VerbRules<'blockade'> = {
  offers: ({ scenario, power, board }) => {
    const offers: Offered[] = [];
    for (const target of listsFor(scenario, power).gates) {
      const now = board.gates[target.gate];
      if (now === undefined || now.held !== null || now.status === 'closed') continue;
      if (reaches(board, power, target)) offers.push(target.offer);
    }
    return offers;
  },
  refuse: ({ scenario, power, board }, { host, gate }) => {
    const now = indexOf(scenario).gates.has(gate) ? board.gates[gate] : undefined;
    if (now === undefined) return refuse('orders/unknown');
    const target = listsFor(scenario, power).gates.find((one) => one.gate === gate);
    if (target === undefined) return refuse('orders/not-allowed', { why: 'own' });
    if (target.host !== host) return refuse('orders/not-allowed', { why: 'host' });
    if (now.held !== null) return refuse('orders/not-allowed', { why: 'held' });
    if (now.status === 'closed') return refuse('orders/not-allowed', { why: 'closed' });
    return reaches(board, power, target) ? null : refuse('orders/not-allowed', { why: 'reach' });
  },
};
