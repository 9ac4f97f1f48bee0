import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Cause } from '../../model/cause.ts';
import type { AgreementId, EventId, FrontId } from '../../model/ids.ts';
import { familyOf } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { expose } from '../agreements.ts';
import { imposeMeasure, liftMeasure, moveTension } from '../effects.ts';
import { moveTrack } from '../moves.ts';
import { isBrokenFor, sanctionFor } from '../verbs/diplomacy.ts';
import { monitorsOf, type Running, runningOf, type Turn } from './turn.ts';

/** What calms a front, summed before it is written once. */
type Calm = Map<FrontId, { by: number; readonly ids: EventId[] }>;

/** Step 7: mediators, observers, recognitions, sanctions, and evidence of a breach. */
export const runDiplomacy = (turn: Turn, before: Board): void => {
  if (!turn.running.some((one) => familyOf(one.order.verb) === 'diplomacy')) return;
  const calm: Calm = new Map();
  const mediators = mediate(turn, before, calm);
  monitor(turn);
  recognise(turn, calm);
  for (const [front, { by, ids }] of calm) moveTension(turn.log, front, by, { kind: 'events', ids });
  reward(turn, before, mediators);
  sanction(turn, before);
  lift(turn);
  denounce(turn, before);
};

const causeOf = (one: Running): Cause => ({ kind: 'order', power: one.power, order: one.order });

const add = (calm: Calm, front: FrontId, by: number, id: EventId): void => {
  const now = calm.get(front) ?? { by: 0, ids: [] };
  now.by += by;
  now.ids.push(id);
  calm.set(front, now);
};

type Mediator = Running & { readonly order: { readonly verb: 'mediate'; readonly front: FrontId } };

/** However many mediate, a front cools by the same. Who comes too late is told so. (SO1) */
const mediate = (turn: Turn, before: Board, calm: Calm): readonly Mediator[] => {
  const { log } = turn;
  const { minTension, points } = log.scenario.magnitudes.mediate;
  const heard: Mediator[] = [];
  const cooled = new Set<FrontId>();
  for (const one of runningOf(turn, 'mediate')) {
    const { front } = one.order;
    const hot = (before.fronts[front]?.tension ?? 0) >= minTension;
    one.shownBy = log.add(
      { kind: 'mediated', by: one.power, front, points: hot ? points : 0, why: hot ? null : 'tooCalm' },
      causeOf(one),
    );
    if (!hot) continue;
    add(calm, front, cooled.has(front) ? 0 : -points, one.shownBy);
    cooled.add(front);
    heard.push(one);
  }
  return heard;
};

/** A mediator whose front cooled is believed more. (SO2) */
const reward = (turn: Turn, before: Board, mediators: readonly Mediator[]): void => {
  const { log } = turn;
  for (const { power, order, shownBy } of mediators) {
    const fell = (log.state.board.fronts[order.front]?.tension ?? 0) < (before.fronts[order.front]?.tension ?? 0);
    const { credibility } = log.scenario.magnitudes.mediate;
    if (fell) moveTrack(log, power, 'credibility', credibility, { kind: 'events', ids: [shownBy] });
  }
};

/** Observers are told of; what they do to force and to covert acts is for those steps. (SO3) */
const monitor = (turn: Turn): void => {
  for (const one of runningOf(turn, 'monitor')) {
    const { front } = one.order;
    const why = monitorsOf(turn, front).includes(one.power) ? null : 'usesForce';
    one.shownBy = turn.log.add({ kind: 'monitored', by: one.power, front, why }, causeOf(one));
  }
};

/** Given once and for good. A front recognised by one of its own sides cools, at a price at home. (SO4) */
const recognise = (turn: Turn, calm: Calm): void => {
  const { log } = turn;
  const { tension, stability } = log.scenario.magnitudes.recognise;
  for (const one of runningOf(turn, 'recognise')) {
    const { what } = one.order;
    one.shownBy = log.add({ kind: 'recognised', by: one.power, what }, causeOf(one));
    if (indexOf(log.scenario).fronts.get(what)?.parties.includes(one.power) !== true) continue;
    add(calm, what, -tension, one.shownBy);
    moveTrack(log, one.power, 'stability', -stability, { kind: 'events', ids: [one.shownBy] });
  }
};

/** In public, and until it is lifted. (SO5) */
const sanction = (turn: Turn, before: Board): void => {
  for (const one of runningOf(turn, 'sanction')) {
    const measure = sanctionFor(turn.log.scenario, before, one.power, one.order.host);
    if (measure === null) continue;
    one.shownBy = imposeMeasure(turn.log, measure, one.power, causeOf(one)) ?? one.shownBy;
  }
};

/** By whoever imposed it. (SO6) */
const lift = (turn: Turn): void => {
  for (const one of runningOf(turn, 'lift'))
    one.shownBy = liftMeasure(turn.log, one.order.measure, one.power, causeOf(one)) ?? one.shownBy;
};

/** The text comes to light with its breaches, and who brings the evidence is believed more. (SO7) */
const denounce = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const evidence = new Map<AgreementId, EventId[]>();
  for (const one of runningOf(turn, 'denounce')) {
    const { agreement, clause } = one.order;
    const known = before.agreements[agreement]?.clauses.find((each) => each.id === clause);
    const broken = known !== undefined && isBrokenFor(one.power, known);
    one.shownBy = log.add(
      { kind: 'denounced', by: one.power, agreement, clause, why: broken ? null : 'noBreach' },
      causeOf(one),
      broken ? 'public' : [one.power],
    );
    if (!broken) continue;
    evidence.set(agreement, [...(evidence.get(agreement) ?? []), one.shownBy]);
    const { credibility } = log.scenario.magnitudes.denounce;
    moveTrack(log, one.power, 'credibility', credibility, { kind: 'events', ids: [one.shownBy] });
  }
  for (const [id, ids] of evidence) {
    const agreement = log.state.board.agreements[id];
    if (agreement?.visibility === 'secret') expose(log, agreement, { kind: 'events', ids });
  }
};
