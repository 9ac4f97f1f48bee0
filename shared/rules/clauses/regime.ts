import { indexOf, ownersOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Regime } from '../../model/asset.ts';
import type { Clause } from '../../model/clause.ts';
import type { RouteId } from '../../model/ids.ts';
import { moveTrack } from '../moves.ts';
import { clauseCause } from '../owed.ts';
import type { Automatic, Finding, Judging, TermsOf } from './clause-kind.ts';
import { markDone } from './done.ts';
import { signingOf } from './history.ts';
import { isOverruled, type Pledge } from './precedence.ts';

export type RegimeTerms = Extract<TermsOf<'gate'>, { readonly regime: Exclude<Regime, 'none'> }>;

export const regimeIn = ({ terms }: Pick<Clause, 'terms'>): RegimeTerms | null =>
  terms.kind === 'gate' && 'regime' in terms ? terms : null;

const promisesOther =
  (route: RouteId, regime: Regime) =>
  ({ clause }: Pledge): boolean => {
    const other = regimeIn(clause);
    return other !== null && other.route === route && other.regime !== regime;
  };

/** A contested route gets its regime; each owner pays for it at home, once. (RT2) */
export const signRegime = (
  { turn: { log } }: Automatic,
  agreement: Agreement,
  clause: Clause,
  { route, regime }: RegimeTerms,
): void => {
  const index = indexOf(log.scenario);
  const definition = index.routes.get(route);
  const now = log.state.board.routes[route]?.regime;
  const signed = clause.done.length > 0;
  // Signed before, it comes back only if nothing has taken its place.
  if (definition === undefined || now === undefined || (signed && now !== 'none')) return;
  if (now !== regime) {
    if (isOverruled(log.state.board, { agreement, clause }, promisesOther(route, regime))) return;
    const id = log.add({ kind: 'regimeSet', route, from: now, to: regime }, clauseCause(agreement, clause));
    const because = { kind: 'events', ids: [id] } as const;
    for (const owner of signed ? [] : ownersOf(definition, index.isPower))
      moveTrack(log, owner, 'stability', -(definition.regimeCost[regime]?.[owner] ?? 0), because);
  }
  if (!signed) markDone(log, agreement, clause);
};

/** No order can change a regime: only a promise that goes first can keep one from being signed. */
export const judgeRegime = (
  { turn, board, told }: Judging,
  agreement: Agreement,
  clause: Clause,
  { route, regime }: RegimeTerms,
  last: boolean,
): Finding | null => {
  const evidence = told.regimes.get(route) ?? null;
  if (board.routes[route]?.regime === regime) return last ? { verdict: 'kept', evidence } : null;
  const against = promisesOther(route, regime);
  if (clause.done.length === 0 && isOverruled(board, { agreement, clause }, against))
    return { verdict: 'breached', by: clause.by, evidence: signingOf(turn, agreement.id) };
  return last ? { verdict: 'excused', evidence } : null;
};
