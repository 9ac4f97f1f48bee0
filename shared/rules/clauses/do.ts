import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Clause, ClauseDraft } from '../../model/clause.ts';
import type { ActorId, EventId } from '../../model/ids.ts';
import { type OrderPattern, orderMatches } from '../../model/order.ts';
import { lastTurnOf } from '../owed.ts';
import { type ClauseRules, type Deed, type Finding, type Judging, NO_PATTERNS } from './clause-kind.ts';
import { patternFault } from './pattern.ts';
import { actsOf } from './policy-deeds.ts';

const matching = (deeds: readonly Deed[], pattern: OrderPattern): Deed | undefined => {
  for (const deed of deeds) if (orderMatches(deed.order, pattern)) return deed;
  return undefined;
};

/** Has one to whom it is owed made it impossible: barred the supplier, or given the work to somebody else? */
const isPrevented = ({ board, turn }: Judging, by: ActorId, to: readonly ActorId[], order: OrderPattern): boolean => {
  if (order.host !== undefined && to.includes(order.host)) {
    const bar = board.doors[order.host]?.bar;
    if (bar != null && bar.supplier === by && (order.area === undefined || order.area === bar.area)) return true;
  }
  if (order.verb !== 'sponsor' || order.project === undefined) return false;
  const awarded = board.projects[order.project]?.awarded ?? by;
  return awarded !== by && to.includes(indexOf(turn.log.scenario).projects.get(order.project)?.host ?? '');
};

/** A span of `every` turns; without one the whole window is the span. */
type Span = {
  readonly from: number;
  readonly to: number | null /** Shorter than promised: nothing is due in it. */;
  readonly cut: boolean;
};

export const spanAt = (
  agreement: Agreement,
  clause: ClauseDraft & { readonly spanFrom?: number },
  turn: number,
): Span => {
  const end = lastTurnOf(agreement, clause as Clause);
  if (clause.every === undefined) return { from: clause.from, to: end, cut: false };
  const first = clause.spanFrom ?? clause.from;
  const from = first + Math.max(0, Math.floor((turn - first) / clause.every)) * clause.every;
  const to = from + clause.every - 1;
  return end !== null && to > end ? { from, to: end, cut: true } : { from, to, cut: false };
};

type Progress = {
  readonly done: readonly ActorId[];
  readonly able: readonly ActorId[];
  readonly shown: EventId | null;
  readonly grown: boolean;
};

/** Who has done it, and who could have, this turn included. */
const progress = (judging: Judging, clause: Clause, pattern: OrderPattern, fresh: boolean): Progress => {
  let done = fresh ? [] : clause.done;
  let able = fresh ? [] : clause.able;
  let shown: EventId | null = null;
  let grown = false;
  for (const power of clause.by) {
    const deed = matching(judging.allDeedsOf(power), pattern);
    if (deed !== undefined) shown = deed.shownBy;
    if (deed !== undefined && !done.includes(power)) {
      done = [...done, power].sort();
      grown = true;
    }
    if (!done.includes(power) && !able.includes(power) && judging.could(power, pattern)) {
      able = [...able, power].sort();
      grown = true;
    }
  }
  return { done, able, shown, grown };
};

const judgeDo = (
  judging: Judging,
  agreement: Agreement,
  clause: Clause,
  pattern: OrderPattern,
  last: boolean,
): Finding | null => {
  const { turn } = judging.turn.start;
  const span = spanAt(agreement, clause, turn);
  const fresh = clause.every !== undefined && span.from !== (clause.spanFrom ?? clause.from);
  const { done, able, shown, grown } = progress(judging, clause, pattern, fresh);
  const all = clause.by.every((power) => done.includes(power));
  if (clause.every === undefined && all) return { verdict: 'kept', evidence: shown };
  const over = span.to !== null && turn >= span.to;
  if (!over)
    return grown || fresh ? { verdict: 'advanced', done, able, ...(fresh ? { spanFrom: span.from } : {}) } : null;
  const guilty =
    all || span.cut
      ? []
      : clause.by.filter(
          (power) => !done.includes(power) && able.includes(power) && !isPrevented(judging, power, clause.to, pattern),
        );
  if (guilty.length > 0) return { verdict: 'breached', by: guilty, evidence: null };
  if (last) return all || span.cut ? { verdict: 'kept', evidence: shown } : { verdict: 'excused', evidence: null };
  return { verdict: 'advanced', done: [], able: [], spanFrom: turn + 1 };
};

/** To give a named order by a turn, or once in every so many turns. (AG1) */
export const doRules: ClauseRules<'do'> = {
  fault: (drafting, { order }) => {
    const fault = patternFault(drafting, order);
    if (fault !== null) return fault;
    const outsiders = drafting.by.filter((one) => !indexOf(drafting.scenario).isPower.has(one));
    return outsiders.every((one) =>
      actsOf(drafting.scenario, one).some((act) => act.orders.some((deed) => orderMatches(deed, order))),
    )
      ? null
      : 'outsider';
  },
  judge: (judging, agreement, clause, { order }, last) => judgeDo(judging, agreement, clause, order, last),
  holds: (judging, _agreement, clause, { order }) =>
    clause.by.every((power) => matching(judging.allDeedsOf(power), order) !== undefined),
  asks: (_clause, { order }) => [order],
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, clause) => ({
    kind: 'undone',
    by: clause.every === undefined ? clause.until : clause.from + clause.every - 1,
  }),
};
