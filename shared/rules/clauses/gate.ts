import { indexOf, ownersOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import { GATE_STATUSES, type GateStatus, type Guard } from '../../model/asset.ts';
import type { Clause } from '../../model/clause.ts';
import type { GateId } from '../../model/ids.ts';
import type { Order, OrderPattern } from '../../model/order.ts';
import { isGuard } from '../guards.ts';
import { clauseCause } from '../owed.ts';
import {
  type Automatic,
  type ClauseRules,
  type Drafting,
  type Finding,
  type Judging,
  NO_PATTERNS,
  type TermsOf,
} from './clause-kind.ts';
import { markDone } from './done.ts';
import { signingOf } from './history.ts';
import { isOverruled, type Pledge } from './precedence.ts';
import { judgeRegime, signRegime } from './regime.ts';

type Terms = TermsOf<'gate'>;
export type StatusTerms = Extract<Terms, { readonly status: unknown }>;
type GuardTerms = Extract<Terms, { readonly guard: unknown }>;

/** At least as open as promised; exactly closed, if closed was promised. */
export const satisfies = (status: GateStatus, promised: GateStatus): boolean =>
  promised === 'closed' ? status === 'closed' : GATE_STATUSES.indexOf(status) >= GATE_STATUSES.indexOf(promised);

export const sameGuard = (a: Guard, b: Guard): boolean => a[0] === b[0] && a[1] === b[1];

const ownerOf = ({ turn }: Pick<Judging, 'turn'>, gate: GateId): string | undefined =>
  indexOf(turn.log.scenario).gates.get(gate)?.gate.owner;

const fault = ({ scenario, board, by }: Drafting, terms: Terms): string | null => {
  const index = indexOf(scenario);
  if ('regime' in terms) {
    const route = index.routes.get(terms.route);
    if (route === undefined || !route.contested) return 'route';
    return ownersOf(route, index.isPower).every((owner) => by.includes(owner)) ? null : 'owners';
  }
  const gate = index.gates.get(terms.gate)?.gate;
  if (gate === undefined) return 'gate';
  if (!('guard' in terms)) return by.includes(gate.owner) ? null : 'owner';
  if (!isGuard(scenario, terms.guard)) return 'guard';
  const guards: readonly string[] = board.gates[terms.gate]?.guard ?? [];
  return by.includes(gate.owner) || by.some((power) => guards.includes(power)) ? null : 'owner';
};

const promisesOther =
  ({ gate, guard }: GuardTerms) =>
  ({ clause: { terms } }: Pledge): boolean =>
    terms.kind === 'gate' && 'guard' in terms && terms.gate === gate && !sameGuard(terms.guard, guard);

/** Guards change hands once, when the promise begins. */
const handOver = ({ turn: { log } }: Automatic, agreement: Agreement, clause: Clause, terms: GuardTerms): void => {
  const gate = log.state.board.gates[terms.gate];
  if (gate === undefined || clause.done.length > 0) return;
  if (isOverruled(log.state.board, { agreement, clause }, promisesOther(terms))) return;
  if (!sameGuard(gate.guard, terms.guard))
    log.add(
      { kind: 'guardPosted', gate: terms.gate, from: gate.guard, to: terms.guard },
      clauseCause(agreement, clause),
    );
  markDone(log, agreement, clause);
};

/** A non-player sets its own gates as it has promised. */
const setGate = ({ turn: { log } }: Automatic, agreement: Agreement, clause: Clause, terms: StatusTerms): void => {
  const index = indexOf(log.scenario);
  const now = log.state.board.gates[terms.gate];
  const owner = index.gates.get(terms.gate)?.gate.owner ?? '';
  if (now === undefined || now.held !== null || satisfies(now.status, terms.status)) return;
  if (clause.by.includes(owner) && !index.isPower.has(owner))
    log.add(
      { kind: 'gateSet', gate: terms.gate, from: now.status, to: terms.status, heldUntil: null },
      clauseCause(agreement, clause),
    );
};

const judgeStatus = (judging: Judging, clause: Clause, terms: StatusTerms, last: boolean): Finding | null => {
  const gate = judging.board.gates[terms.gate];
  if (gate === undefined) return null;
  const evidence = judging.told.gates.get(terms.gate) ?? null;
  if (satisfies(gate.status, terms.status)) return last ? { verdict: 'kept', evidence } : null;
  const owner = ownerOf(judging, terms.gate);
  const guilty = gate.held === null ? clause.by.filter((power) => power === owner) : [];
  if (guilty.length > 0) return { verdict: 'breached', by: guilty, evidence };
  return last ? { verdict: 'excused', evidence } : null;
};

/** A guard that force or events have changed is nobody's breach; one that its owner has posted is. */
const judgeGuard = (
  judging: Judging,
  agreement: Agreement,
  clause: Clause,
  terms: GuardTerms,
  last: boolean,
): Finding | null => {
  const gate = judging.board.gates[terms.gate];
  const evidence = judging.told.guards.get(terms.gate) ?? null;
  if (gate !== undefined && sameGuard(gate.guard, terms.guard)) return last ? { verdict: 'kept', evidence } : null;
  const guilty = clause.by.filter((power) =>
    judging.deedsOf(power).some(({ order }) => order.verb === 'postGuard' && breaksGuard(terms, order)),
  );
  if (guilty.length > 0) return { verdict: 'breached', by: guilty, evidence };
  if (clause.done.length === 0 && isOverruled(judging.board, { agreement, clause }, promisesOther(terms)))
    return { verdict: 'breached', by: clause.by, evidence: signingOf(judging.turn, agreement.id) };
  return last ? { verdict: 'excused', evidence } : null;
};

const breaksGuard = (terms: GuardTerms, order: Order): boolean =>
  order.verb === 'postGuard' && order.gate === terms.gate && !sameGuard(order.guard, terms.guard);

const contraryStatuses = (promised: GateStatus): readonly GateStatus[] =>
  GATE_STATUSES.filter((status) => !satisfies(status, promised));

/** A gate's status, its guard, or a route's regime: what stands at the end of each turn. (AG4, RT2) */
export const gateRules: ClauseRules<'gate'> = {
  fault,
  runs: (automatic, agreement, clause, terms) => {
    if ('regime' in terms) signRegime(automatic, agreement, clause, terms);
    else if ('guard' in terms) handOver(automatic, agreement, clause, terms);
    else setGate(automatic, agreement, clause, terms);
  },
  judge: (judging, agreement, clause, terms, last) =>
    'regime' in terms
      ? judgeRegime(judging, agreement, clause, terms, last)
      : 'guard' in terms
        ? judgeGuard(judging, agreement, clause, terms, last)
        : judgeStatus(judging, clause, terms, last),
  holds: ({ board }, _agreement, _clause, terms) => {
    if ('regime' in terms) return board.routes[terms.route]?.regime === terms.regime;
    const gate = board.gates[terms.gate];
    if (gate === undefined) return false;
    return 'guard' in terms
      ? sameGuard(gate.guard, terms.guard)
      : gate.held === null && satisfies(gate.status, terms.status);
  },
  asks: () => NO_PATTERNS,
  forbids: (_clause, terms): readonly OrderPattern[] =>
    'status' in terms
      ? contraryStatuses(terms.status).map((status) => ({ verb: 'setGate', gate: terms.gate, status }))
      : NO_PATTERNS,
  couldBeBrokenBy: (_clause, terms, order) => {
    if ('status' in terms)
      return order.verb === 'setGate' && order.gate === terms.gate && !satisfies(order.status, terms.status);
    return 'guard' in terms && breaksGuard(terms, order);
  },
  breachBy: (scenario, _clause, terms, obligor) => {
    if ('regime' in terms) return { kind: 'contrary' };
    if ('status' in terms) {
      const status = contraryStatuses(terms.status)[0] ?? 'closed';
      return { kind: 'pattern', order: { verb: 'setGate', gate: terms.gate, status } };
    }
    const guard: Guard = sameGuard(terms.guard, [obligor]) ? otherGuard(scenario, obligor) : [obligor];
    return { kind: 'order', order: { verb: 'postGuard', gate: terms.gate, guard } };
  },
};

const otherGuard = (scenario: Drafting['scenario'], obligor: string): Guard => [
  indexOf(scenario).actors.find((actor) => actor !== obligor) ?? obligor,
];
