import { indexOf } from '../catalogue/scenario-index.ts';
import { luckFor } from '../kernel/luck.ts';
import { allocate } from '../kernel/shares.ts';
import type { Agreement } from '../model/agreement.ts';
import type { ProjectDefinition } from '../model/asset.ts';
import type { Cause } from '../model/cause.ts';
import type { Effect } from '../model/effect.ts';
import { type ActorId, type EventId, OWN } from '../model/ids.ts';
import type { Shares } from '../model/portfolio.ts';
import { endAgreement, expose } from './agreements.ts';
import type { Log } from './log.ts';
import { moveShares, moveTrack } from './moves.ts';
import { moveSite } from './resolution/sites.ts';
import { gainsOf, stageAt, totalOf } from './stages.ts';

/** Executes primitives in order; each change carries the given cause. */
export const applyEffects = (log: Log, effects: readonly Effect[], cause: Cause, purpose: string): void => {
  for (const [index, effect] of effects.entries()) applyEffect(log, effect, cause, `${purpose}/${index}`);
};

const applyEffect = (log: Log, effect: Effect, cause: Cause, purpose: string): void => {
  switch (effect.kind) {
    case 'share':
      return void shiftShare(log, effect, cause);
    case 'track':
      return void moveTrack(log, effect.power, effect.track, effect.by, cause);
    case 'tension':
      return void moveTension(log, effect.front, effect.by, cause);
    case 'gateStatus':
      return forceGate(log, effect, cause);
    case 'guard': {
      const gate = log.state.board.gates[effect.gate];
      if (gate !== undefined && gate.guard.join() !== effect.guard.join())
        log.add({ kind: 'guardPosted', gate: effect.gate, from: gate.guard, to: effect.guard }, cause);
      return;
    }
    case 'regime': {
      const route = log.state.board.routes[effect.route];
      if (route !== undefined && route.regime !== effect.regime)
        log.add({ kind: 'regimeSet', route: effect.route, from: route.regime, to: effect.regime }, cause);
      return;
    }
    default:
      return applyRest(log, effect, cause, purpose);
  }
};

const applyRest = (log: Log, effect: Effect, cause: Cause, purpose: string): void => {
  const { board } = log.state;
  switch (effect.kind) {
    case 'site':
    case 'operator': {
      const site = board.sites[effect.site];
      if (site === undefined) return;
      const level = effect.kind === 'site' ? site.level + effect.by : site.level;
      return void moveSite(
        log,
        effect.site,
        level,
        effect.kind === 'operator' ? effect.operator : site.operator,
        cause,
      );
    }
    case 'progress':
      return moveProgress(log, effect, cause);
    case 'grievance':
      gainGrievance(log, effect.holder, effect.against, cause, true);
      return;
    case 'lift':
      return void liftMeasure(log, effect.measure, null, cause);
    case 'impose':
      return void imposeMeasure(log, effect.measure, null, cause);
    case 'prize':
      return takePrize(log, effect.prize, effect.to, cause);
    case 'profit':
      log.add({ kind: 'profitMoved', route: effect.route, actor: effect.actor, by: effect.by }, cause);
      return;
    case 'expose': {
      const secret = Object.values(board.agreements).filter((a) => a.visibility === 'secret' && a.status === 'inForce');
      return exposeByLot(log, secret, effect.percent, cause, purpose);
    }
    case 'endAgreement':
      endAgreement(log, effect.agreement, 'ended', cause);
      return;
    default:
      return;
  }
};

/** Ends a measure that stands, with what its end means. */
export const liftMeasure = (log: Log, measure: string, by: ActorId | null, cause: Cause): EventId | null => {
  const known = indexOf(log.scenario).measures.get(measure);
  if (known === undefined || log.state.board.measures[measure] !== 'stands') return null;
  const id = log.add({ kind: 'measureLifted', measure, by }, cause);
  applyEffects(log, known.onLift, { kind: 'events', ids: [id] }, measure);
  return id;
};

/** A measure stands from now on; what it does each turn begins with the next. */
export const imposeMeasure = (log: Log, measure: string, by: ActorId | null, cause: Cause): EventId | null => {
  const now = log.state.board.measures[measure];
  return now === undefined || now === 'stands' ? null : log.add({ kind: 'measureImposed', measure, by }, cause);
};

/** Progress by events, and by what outsiders do: under the same caps as an order's. Nothing moves what is won. */
const moveProgress = (log: Log, effect: Effect & { readonly kind: 'progress' }, cause: Cause): void => {
  const project = indexOf(log.scenario).projects.get(effect.project);
  const now = log.state.board.projects[effect.project];
  if (project === undefined || now === undefined || now.winner !== null) return;
  const { sponsor } = effect;
  if (effect.by < 0) {
    const by = -Math.min(-effect.by, now.progress[sponsor] ?? 0);
    if (by < 0) log.add({ kind: 'progressMade', project: project.id, sponsor, by }, cause);
    return;
  }
  const from = totalOf(log.state.board, project.id);
  const { awarded } = now;
  const by = gainsOf(log.scenario, log.state.board, project, [{ sponsor, points: effect.by }])[0] ?? 0;
  if (by === 0) return;
  const id = log.add({ kind: 'progressMade', project: project.id, sponsor, by }, cause);
  concludeProgress(log, { project, from, awarded, by: [{ sponsor, points: by, id }] });
};

/** What was added to a project at one time. */
export type Progress = {
  readonly project: ProjectDefinition;
  /** Points of all before it. */ readonly from: number;
  /** Who held the award then. */ readonly awarded: ActorId | null;
  /** In canonical order, each with the event that wrote it. */
  readonly by: readonly { readonly sponsor: ActorId; readonly points: number; readonly id: EventId }[];
};

/** Tells of stages that begin, under the name of whoever brought most; at the goal the project is won. (PJ3) */
export const concludeProgress = (log: Log, { project, from, awarded, by }: Progress): void => {
  let to = from;
  let most = by[0];
  for (const one of by) {
    to += one.points;
    if (most === undefined || one.points > most.points) most = one;
  }
  if (most === undefined) return;
  const cause: Cause = { kind: 'events', ids: by.map((one) => one.id) };
  const last = Math.min(stageAt(project, to), project.stages.length - 1);
  for (let stage = stageAt(project, from) + 1; stage <= last; stage += 1)
    log.add({ kind: 'stageReached', project: project.id, sponsor: most.sponsor, stage }, cause);
  if (to >= project.goal) winProject(log, project, awarded, cause);
};

const winProject = (log: Log, project: ProjectDefinition, awarded: ActorId | null, cause: Cause): void => {
  const now = log.state.board.projects[project.id];
  if (now?.winner !== null) return;
  const winner = awarded ?? leaderOf(indexOf(log.scenario).actors, now.progress);
  const id = log.add({ kind: 'projectWon', project: project.id, winner }, cause);
  applyEffects(log, wonBy(project.onWon, winner), { kind: 'events', ids: [id] }, `won/${project.id}`);
};

/** Who has most progress; of equals the first in canonical order. */
const leaderOf = (actors: readonly ActorId[], progress: { readonly [sponsor: ActorId]: number }): ActorId => {
  let leader = '';
  let most = 0;
  for (const actor of actors) {
    const points = progress[actor] ?? 0;
    if (points <= most) continue;
    leader = actor;
    most = points;
  }
  return leader;
};

const WINNER = '$winner';

/** Effects of a completed project with the winner's name filled in. */
export const wonBy = (effects: readonly Effect[], winner: ActorId): readonly Effect[] => {
  const named = (value: unknown): unknown =>
    value === WINNER ? winner : Array.isArray(value) ? value.map(named) : value;
  return effects.map(
    (effect) => Object.fromEntries(Object.entries(effect).map(([key, value]) => [key, named(value)])) as Effect,
  );
};

/** A prize changes hands, with what that means for the one who first held it. */
export const takePrize = (log: Log, prize: string, to: string, cause: Cause): void => {
  const from = log.state.board.prizes[prize];
  const known = indexOf(log.scenario).prizes.get(prize)?.prize;
  if (from === undefined || known === undefined || from === to) return;
  const id = log.add({ kind: 'prizeTaken', prize, from, to }, cause);
  const effects = from === known.holder ? known.onLost : to === known.holder ? known.onRegained : [];
  applyEffects(log, effects, { kind: 'events', ids: [id] }, prize);
};

const exposeByLot = (log: Log, secret: readonly Agreement[], percent: number, cause: Cause, purpose: string): void => {
  const luck = luckFor(log.state.seed, log.state.board.turn, log.state.table.draw, 'expose', purpose);
  if (secret.length > 0 && luck.integer(1, 100) <= percent) expose(log, luck.pick(secret), cause);
};

/** Points to or from a supplier, against the others in proportion. A host supplies itself under `own`. */
export const shiftShare = (log: Log, effect: Effect & { readonly kind: 'share' }, cause: Cause): void => {
  const row: Shares | undefined = log.state.board.portfolios[effect.host]?.[effect.area];
  if (row === undefined) return;
  const mine = effect.supplier === effect.host ? OWN : effect.supplier;
  const others = log.scenario.suppliers.filter((supplier) => supplier !== mine && supplier !== effect.host);
  const weights = others.map((supplier) => row[supplier] ?? 0);
  const wish = effect.by > 0 ? effect.by : Math.min(-effect.by, row[mine] ?? 0);
  const parts = allocate(wish, weights, effect.by > 0 ? weights : weights.map(() => 100));
  const moved = parts.reduce((a, b) => a + b, 0);
  const sign = effect.by > 0 ? -1 : 1;
  const deltas = new Map(others.map((supplier, i) => [supplier, sign * (parts[i] ?? 0)]));
  deltas.set(mine, -sign * moved);
  moveShares(log, effect.host, effect.area, deltas, cause);
};

export const moveTension = (log: Log, front: string, by: number, cause: Cause): void => {
  const from = log.state.board.fronts[front]?.tension;
  if (from === undefined) return;
  const to = Math.max(0, Math.min(10, from + by));
  if (to !== from) log.add({ kind: 'tensionMoved', front, from, to }, cause);
};

const forceGate = (log: Log, effect: Effect & { readonly kind: 'gateStatus' }, cause: Cause): void => {
  const gate = log.state.board.gates[effect.gate];
  if (gate === undefined || (gate.status === effect.status && effect.turns === undefined)) return;
  const heldUntil = effect.turns === undefined ? null : log.state.board.turn + effect.turns - 1;
  const from = gate.held?.back ?? gate.status;
  log.add({ kind: 'gateSet', gate: effect.gate, from, to: effect.status, heldUntil }, cause);
};

/** One grievance for a pair at a time; a new one renews the old. Only powers hold any. */
export const gainGrievance = (log: Log, holder: string, against: string, cause: Cause, open: boolean): void => {
  if (holder === against || !indexOf(log.scenario).isPower.has(holder)) return;
  const because = cause.kind === 'events' ? (cause.ids[0] ?? null) : null;
  const until = log.state.board.turn + log.scenario.magnitudes.grievanceTurns;
  log.add(
    { kind: 'grievanceGained', grievance: { holder, against, until, because, open } },
    cause,
    open ? 'public' : [holder, against],
  );
};
