import type { Agreement, AgreementStatus } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { Clause, ClauseStatus } from '../model/clause.ts';
import type { ActorId, AgreementId, ClauseId, EventId, PowerId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Log } from './log.ts';
import { audienceOf, isContinuous } from './owed.ts';
import { isBound, isMeant, returnSite } from './resolution/sites.ts';

/** Writes a verdict that says nothing more than itself; what the clause carried goes with it. */
export const settleClause = (
  log: Log,
  agreement: Agreement,
  clause: Clause,
  status: Exclude<ClauseStatus, 'breached' | 'pending'>,
  evidence: EventId | null,
  cause: Cause,
): void => {
  log.add(
    {
      kind: 'clauseJudged',
      agreement: agreement.id,
      clause: clause.id,
      status,
      by: status === 'void' ? [] : clause.by,
      evidence,
    },
    cause,
    audienceOf(agreement),
  );
  release(log, clause, cause);
};

/** Ends an agreement: what is pending lapses, and regimes and sites that it carried go with it. (AG5) */
export const endAgreement = (log: Log, id: AgreementId, status: AgreementStatus, cause: Cause): void => {
  const agreement = log.state.board.agreements[id];
  if (agreement === undefined || agreement.status === 'ended' || agreement.status === 'withdrawn') return;
  const pending = agreement.clauses.filter((clause) => clause.status === 'pending');
  const moved = log.add({ kind: 'agreementMoved', agreement: id, to: status, by: null }, cause, audienceOf(agreement));
  const because: Cause = { kind: 'events', ids: [moved] };
  for (const clause of pending)
    settleClause(log, agreement, clause, status === 'ended' && isContinuous(clause) ? 'kept' : 'void', moved, because);
};

/** What a promise upheld falls when it no longer binds, unless another upholds it. */
const release = (log: Log, clause: Clause, cause: Cause): void => {
  if (clause.terms.kind === 'gate') dropRegime(log, clause, cause);
  else if (clause.terms.kind === 'host' && clause.terms.hosted) leaveSites(log, clause, cause);
};

/** A regime that was signed ends with the promise of it. (RT2) */
export const dropRegime = (log: Log, { terms, done }: Clause, cause: Cause): void => {
  if (terms.kind !== 'gate' || !('regime' in terms) || done.length === 0) return;
  const { route } = terms;
  const regime = log.state.board.routes[route]?.regime;
  if (regime === terms.regime && !isPromised(log, route, regime))
    log.add({ kind: 'regimeSet', route, from: regime, to: 'none' }, cause);
};

/** Does another agreement in force promise the same regime? */
const isPromised = (log: Log, route: string, regime: string): boolean => {
  for (const { status, clauses } of Object.values(log.state.board.agreements)) {
    if (status !== 'inForce') continue;
    for (const { status: verdict, terms } of clauses) {
      if (verdict !== 'pending' || terms.kind !== 'gate' || !('regime' in terms)) continue;
      if (terms.route === route && terms.regime === regime) return true;
    }
  }
  return false;
};

/** Nobody is bound any more to have the operator there: its sites pass to the host. (ST3) */
const leaveSites = (log: Log, { terms, by }: Clause, cause: Cause): void => {
  if (terms.kind !== 'host') return;
  for (const site of log.scenario.sites) {
    const { board } = log.state;
    const operator = board.sites[site.id]?.operator;
    if (operator !== terms.operator || operator === site.host || !isMeant(site, by, terms)) continue;
    if (!isBound(board, site, operator, true)) returnSite(log, site.id, cause);
  }
};

/** A secret agreement comes to light; breaches that nobody knew of now cost what they cost. (CR2) */
export const expose = (log: Log, agreement: Agreement, cause: Cause): void => {
  if (agreement.visibility === 'public') return;
  const id = log.add({ kind: 'agreementExposed', agreement: agreement.id }, cause);
  const because: Cause = { kind: 'events', ids: [id] };
  const { magnitudes } = log.scenario;
  for (const party of agreement.parties) loseFace(log, party, -magnitudes.credibility.exposure, because);
  for (const clause of agreement.clauses) {
    for (const power of clause.breachedBy) loseFace(log, power, -breachCost(log, agreement, power), because);
  }
};

const loseFace = (log: Log, power: ActorId, by: number, cause: Cause): void => {
  const from = log.state.board.tracks[power]?.credibility;
  if (from === undefined || by === 0) return;
  const to = Math.max(0, Math.min(100, from + by));
  if (to !== from) log.add({ kind: 'trackMoved', power, track: 'credibility', from, to }, cause);
};

/** Credibility that a breach costs: treaties more than statements, half if signed in crisis. (CR2) */
export const breachPrice = (
  { magnitudes: { credibility } }: Pick<Scenario, 'magnitudes'>,
  form: Agreement['form'],
  underDuress: boolean,
): number => {
  const full = form === 'treaty' ? credibility.breachTreaty : credibility.breachStatement;
  return underDuress ? Math.floor((full * credibility.duressPercent) / 100) : full;
};

export const breachCost = (log: Pick<Log, 'scenario'>, agreement: Agreement, power: PowerId): number =>
  breachPrice(log.scenario, agreement.form, agreement.underDuress.includes(power));

/**
 * Adjudges a breach: verdict, credibility if it is public, a grievance for each wronged party, and what
 * depended on it falls. Non-players have no word to lose, and nobody's grievance is against them. (AG7)
 */
export const breach = (
  log: Log,
  agreement: Agreement,
  clause: Clause,
  by: readonly ActorId[],
  evidence: EventId | null,
): void => {
  const audience = audienceOf(agreement);
  const id = log.add(
    { kind: 'clauseJudged', agreement: agreement.id, clause: clause.id, status: 'breached', by, evidence },
    evidence === null
      ? { kind: 'clause', agreement: agreement.id, clause: clause.id }
      : { kind: 'events', ids: [evidence] },
    audience,
  );
  const because: Cause = { kind: 'events', ids: [id] };
  const open = agreement.visibility === 'public';
  for (const power of by) {
    if (log.state.board.tracks[power] === undefined) continue;
    if (open) loseFace(log, power, -breachCost(log, agreement, power), because);
    for (const wronged of clause.to) {
      if (by.includes(wronged) || log.state.board.tracks[wronged] === undefined) continue;
      const until = log.state.board.turn + log.scenario.magnitudes.grievanceTurns;
      log.add(
        { kind: 'grievanceGained', grievance: { holder: wronged, against: power, until, because: id, open } },
        because,
        audience,
      );
    }
  }
  release(log, clause, because);
  voidDependents(log, agreement, clause.id, id);
};

const voidDependents = (log: Log, agreement: Agreement, broken: ClauseId, evidence: EventId): void => {
  for (const other of agreement.clauses) {
    if (other.dependsOn !== broken || other.status !== 'pending') continue;
    settleClause(log, agreement, other, 'void', evidence, { kind: 'events', ids: [evidence] });
    voidDependents(log, agreement, other.id, evidence);
  }
};
