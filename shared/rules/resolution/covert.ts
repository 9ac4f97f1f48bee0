import { indexOf } from '../../catalogue/scenario-index.ts';
import { luckFor } from '../../kernel/luck.ts';
import { percentOf } from '../../kernel/shares.ts';
import type { Cause } from '../../model/cause.ts';
import type { Fact } from '../../model/event.ts';
import type { FailReason } from '../../model/fail-reason.ts';
import type { ActorId, AgreementId, EventId, GateId, PowerId, ProjectId } from '../../model/ids.ts';
import { isCovert, type OrderOf, orderKey, type VERB_FAMILIES } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { happens, SUPPOSED } from '../chance.ts';
import { concludeConcession } from '../conclude.ts';
import { grants } from '../demands.ts';
import { applyEffects, gainGrievance } from '../effects.ts';
import { moveTrack } from '../moves.ts';
import { unrestOf, victimOf } from '../verbs/covert.ts';
import { coupOdds } from '../verbs/odds.ts';
import { fallOfGovernment } from './governments.ts';
import { isWatched, powersOf, type Running, runningOf, setOf, type Turn } from './turn.ts';

type CovertVerb = (typeof VERB_FAMILIES)['covert'][number];
type Given<V extends CovertVerb> = Running & { readonly order: OrderOf<V> };

const isSecret = (one: Running): one is Given<CovertVerb> => isCovert(one.order);

/** What several secret acts do to one thing is written once: how many they were is nobody's to count. */
type Sum = { points: number; readonly ids: EventId[] };

/**
 * Step 3: covert orders act, and some come to light. All read the board as the step began; coups come
 * last, so that a government that falls is not shaken once more by what shook the one before.
 */
export const runCovert = (turn: Turn, before: Board): void => {
  let any = false;
  for (const one of turn.running) {
    if (!isSecret(one)) continue;
    any = true;
    comeToLight(turn, one);
  }
  if (!any) return;
  for (const one of runningOf(turn, 'spy')) spy(turn, before, one);
  stirUnrest(turn, before);
  undoWork(turn, before);
  blockGates(turn, before);
  tryCoups(turn, before);
};

/** By chance, or with certainty at a gate that is watched; then it costs the giver's word and wrongs the host. (CV1) */
const comeToLight = (turn: Turn, one: Given<CovertVerb>): void => {
  const { log } = turn;
  const { power, order } = one;
  const { covert } = log.scenario.magnitudes;
  const { host } = order;
  const seen = order.verb === 'blockade' && isWatched(turn, order.gate);
  one.hidden = !seen && !happens(log, covert.exposed[order.verb], 'exposed', power, orderKey(order));
  if (one.hidden) return;
  one.shownBy = log.add({ kind: 'orderExposed', power, order }, { kind: 'order', power, order });
  const because: Cause = { kind: 'events', ids: [one.shownBy] };
  moveTrack(log, power, 'credibility', -covert.credibility, because);
  gainGrievance(log, host, power, because, true);
};

/** Tells of a covert deed: its giver alone, and everybody once it has come to light. */
const tell = (turn: Turn, one: Running, fact: Fact, insiders: readonly PowerId[] = [one.power]): EventId => {
  const { power, order } = one;
  const id = turn.log.add(fact, { kind: 'order', power, order }, one.hidden === true ? insiders : 'public');
  if (one.hidden === true) one.shownBy = id;
  return id;
};

/** What a spy brings home stays its own even when it was seen. (CV2) */
const spy = (turn: Turn, before: Board, one: Given<'spy'>): void => {
  const { log } = turn;
  const { power, order } = one;
  const tracks = before.tracks[order.host];
  if (tracks === undefined) return;
  const agreement = findPaper(turn, before, one);
  const id = log.add(
    { kind: 'spied', by: power, host: order.host, learned: { tracks: { ...tracks }, agreement } },
    { kind: 'order', power, order },
    [power],
  );
  if (one.hidden === true) one.shownBy = id;
  if (agreement !== null)
    log.add({ kind: 'agreementShown', agreement, to: power }, { kind: 'events', ids: [id] }, [power]);
};

const findPaper = ({ log }: Turn, before: Board, { power, order }: Given<'spy'>): AgreementId | null => {
  const { seed, table } = log.state;
  if (seed === SUPPOSED) return null;
  const papers: AgreementId[] = [];
  for (const { id, visibility, status, parties, shownTo } of Object.values(before.agreements)) {
    if (visibility !== 'secret' || (status !== 'inForce' && status !== 'suspended')) continue;
    if (parties.includes(order.host) && !parties.includes(power) && !shownTo.includes(power)) papers.push(id);
  }
  const luck = luckFor(seed, before.turn, table.draw, 'finds', power, order.host);
  if (papers.length === 0 || luck.integer(1, 100) > log.scenario.magnitudes.covert.finds) return null;
  return luck.pick(papers.sort());
};

/** What is seen of secret deeds comes in the order of what they were done to: that of their givers would tell of them. */
const inPlaces = <K, V>(done: ReadonlyMap<K, V>, places: Iterable<K>): readonly (readonly [K, V])[] => {
  const found: (readonly [K, V])[] = [];
  if (done.size === 0) return found;
  for (const place of places) {
    const one = done.get(place);
    if (one !== undefined) found.push([place, one]);
  }
  return found;
};

const push = <K>(sums: Map<K, Sum>, key: K, points: number, id: EventId): void => {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { points, ids: [id] });
  else {
    sum.points += points;
    sum.ids.push(id);
  }
};

/** Stability falls by the giver's share of politics; a demand that is met spares most of it. (CV3) */
const stirUnrest = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const { magnitudes } = log.scenario;
  const unrest = new Map<PowerId, Sum>();
  for (const one of runningOf(turn, 'destabilise')) {
    const { power, order } = one;
    const { host, demand = null } = order;
    const full = unrestOf(magnitudes, before.portfolios[host]?.politics[power] ?? 0);
    const met = demand !== null && setOf(turn, host).concessions.some((one) => grants(one, demand, power));
    const points = met ? percentOf(full, magnitudes.covert.metPercent) : full;
    const id = tell(
      turn,
      one,
      { kind: 'destabilised', by: power, host, demand, met, stability: -points },
      met ? [power, host].sort() : [power],
    );
    push(unrest, host, points, id);
    if (met) concludeConcession(log, before, power, { host, demand }, id, one.hidden === true ? 'secret' : 'public');
  }
  for (const [host, { points, ids }] of inPlaces(unrest, powersOf(log)))
    moveTrack(log, host, 'stability', -points, { kind: 'events', ids });
};

/** Progress is taken from whoever leads. Each is told of its own part alone: what there was is no more than all of them took. (CV5) */
const undoWork = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const undone = new Map<string, Sum>();
  for (const one of runningOf(turn, 'sabotage')) {
    const { power, order } = one;
    const { host, project } = order;
    const sponsor = leaderFor(turn, before, one);
    const left = sponsor === null ? 0 : (before.projects[project]?.progress[sponsor] ?? 0);
    const points = Math.min(log.scenario.magnitudes.covert.sabotage, left);
    const why: FailReason | null = points > 0 ? null : 'noProgress';
    const id = tell(turn, one, { kind: 'sabotaged', by: power, host, project, points, why });
    if (points > 0) push(undone, victimKey(project, sponsor), points, id);
  }
  if (undone.size === 0) return;
  for (const { id: project, sponsors } of log.scenario.projects) {
    for (const sponsor of sponsors) {
      const { points, ids } = undone.get(victimKey(project, sponsor)) ?? NOTHING_UNDONE;
      if (points > 0)
        applyEffects(log, [{ kind: 'progress', project, sponsor, by: -points }], { kind: 'events', ids }, 'sabotage');
    }
  }
};

const NOTHING_UNDONE: Sum = { points: 0, ids: [] };
const victimKey = (project: ProjectId, sponsor: ActorId | null): string => `${project}/${sponsor}`;

const leaderFor = ({ log }: Turn, before: Board, { power, order }: Given<'sabotage'>): ActorId | null => {
  const meant = indexOf(log.scenario).projects.get(order.project);
  return meant === undefined ? null : victimOf(log.scenario, before, meant, power);
};

/** A gate is held closed through the coming turns; its owner cannot help it. (CV6) */
const blockGates = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const blocked = new Map<GateId, Sum>();
  for (const one of runningOf(turn, 'blockade')) {
    const { power, order } = one;
    const { host, gate } = order;
    const now = before.gates[gate];
    const why: FailReason | null =
      now?.held !== null ? 'heldAlready' : now.status === 'closed' ? 'closedAlready' : null;
    const id = tell(turn, one, { kind: 'blockaded', by: power, host, gate, why });
    if (why === null) push(blocked, gate, 0, id);
  }
  // Through the turns to come: this one is over.
  const turns = log.scenario.magnitudes.covert.blockadeTurns + 1;
  for (const [gate, { ids }] of inPlaces(blocked, indexOf(log.scenario).gates.keys()))
    applyEffects(log, [{ kind: 'gateStatus', gate, status: 'closed', turns }], { kind: 'events', ids }, 'blockade');
};

/** Of several that would succeed in one country the likeliest does. (CV4) */
const tryCoups = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const { magnitudes } = log.scenario;
  const { coup: m } = magnitudes.covert;
  const coups = runningOf(turn, 'coup').map((one) => {
    const { power, order } = one;
    const stability = before.tracks[order.host]?.stability ?? 0;
    const share = before.portfolios[order.host]?.politics[power] ?? 0;
    const why: FailReason | null = stability >= m.stabilityUnder ? 'tooStable' : share < m.share ? 'noShare' : null;
    const odds = why === null ? coupOdds(magnitudes, share, stability) : 0;
    const wins = why === null && happens(log, odds, 'coup', order.host, power);
    return { one, odds, wins, why };
  });
  const places = powersOf(log);
  coups.sort((a, b) => places.indexOf(a.one.order.host) - places.indexOf(b.one.order.host) || b.odds - a.odds);
  const fallen = new Set<PowerId>();
  for (const { one, odds, wins, why } of coups) {
    const { power, order } = one;
    const { host } = order;
    const success = wins && !fallen.has(host);
    const failed: FailReason | null = success ? null : (why ?? 'odds');
    const id = tell(turn, one, { kind: 'coupTried', by: power, host, odds, success, why: failed });
    if (!success) continue;
    fallen.add(host);
    fallOfGovernment(log, host, 'coup', power, { kind: 'events', ids: [id] });
  }
};
