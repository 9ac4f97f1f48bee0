import { indexOf } from '../catalogue/scenario-index.ts';
import { luckFor } from '../kernel/luck.ts';
import { allocate } from '../kernel/shares.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { Effect } from '../model/effect.ts';
import type { Shares } from '../model/portfolio.ts';
import { endAgreement, expose } from './agreements.ts';
import type { Log } from './log.ts';
import { moveShares, moveTrack } from './moves.ts';

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
      if (gate !== undefined)
        log.add({ kind: 'guardPosted', gate: effect.gate, from: gate.guard, to: effect.guard }, cause);
      return;
    }
    case 'regime': {
      const route = log.state.board.routes[effect.route];
      if (route !== undefined)
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
      const level = effect.kind === 'site' ? Math.max(0, Math.min(5, site.level + effect.by)) : site.level;
      log.add(
        {
          kind: 'siteMoved',
          site: effect.site,
          level,
          operator: effect.kind === 'operator' ? effect.operator : site.operator,
        },
        cause,
      );
      return;
    }
    case 'progress':
      log.add({ kind: 'progressMade', project: effect.project, sponsor: effect.sponsor, by: effect.by }, cause);
      return;
    case 'grievance':
      gainGrievance(log, effect.holder, effect.against, cause, true);
      return;
    case 'lift': {
      const measure = indexOf(log.scenario).measures.get(effect.measure);
      if (measure === undefined || board.measures[effect.measure] !== 'stands') return;
      const id = log.add({ kind: 'measureLifted', measure: effect.measure, by: null }, cause);
      return applyEffects(log, measure.onLift, { kind: 'events', ids: [id] }, purpose);
    }
    case 'impose':
      if (board.measures[effect.measure] === undefined || board.measures[effect.measure] === 'stands') return;
      log.add({ kind: 'measureImposed', measure: effect.measure, by: null }, cause);
      return;
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

/** Points to or from a supplier, against the others in proportion. */
export const shiftShare = (log: Log, effect: Effect & { readonly kind: 'share' }, cause: Cause): void => {
  const row: Shares | undefined = log.state.board.portfolios[effect.host]?.[effect.area];
  if (row === undefined) return;
  const others = log.scenario.suppliers.filter((supplier) => supplier !== effect.supplier && supplier !== effect.host);
  const weights = others.map((supplier) => row[supplier] ?? 0);
  const wish = effect.by > 0 ? effect.by : Math.min(-effect.by, row[effect.supplier] ?? 0);
  const parts = allocate(wish, weights, effect.by > 0 ? weights : weights.map(() => 100));
  const moved = parts.reduce((a, b) => a + b, 0);
  const sign = effect.by > 0 ? -1 : 1;
  const deltas = new Map(others.map((supplier, i) => [supplier, sign * (parts[i] ?? 0)]));
  deltas.set(effect.supplier, -sign * moved);
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

/** One grievance for a pair at a time; a new one renews the old. */
export const gainGrievance = (log: Log, holder: string, against: string, cause: Cause, open: boolean): void => {
  if (holder === against) return;
  const because = cause.kind === 'events' ? (cause.ids[0] ?? null) : null;
  const until = log.state.board.turn + log.scenario.magnitudes.grievanceTurns;
  log.add(
    { kind: 'grievanceGained', grievance: { holder, against, until, because, open } },
    cause,
    open ? 'public' : [holder, against],
  );
};
