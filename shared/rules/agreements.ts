import type { Agreement, AgreementStatus } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { Clause } from '../model/clause.ts';
import type { Audience } from '../model/event.ts';
import type { ActorId, AgreementId, PowerId } from '../model/ids.ts';
import type { Log } from './log.ts';

export const audienceOf = (agreement: Agreement): Audience =>
  agreement.visibility === 'public' ? 'public' : agreement.parties;

export const clauseCause = (agreement: Agreement, clause: Clause): Cause => ({
  kind: 'clause',
  agreement: agreement.id,
  clause: clause.id,
});

/** Is this clause owed now? Not while suspended, priced in, decided, outside its window, or consented away. */
export const isOwed = (agreement: Agreement, clause: Clause, turn: number): boolean =>
  agreement.status === 'inForce' &&
  clause.status === 'pending' &&
  turn >= clause.from &&
  (clause.until === null || turn <= clause.until) &&
  !(clause.unlessConsentOf !== undefined && agreement.consents.includes(clause.unlessConsentOf));

/** Ends an agreement: what is pending lapses, and regimes that it carried go with it. */
export const endAgreement = (log: Log, id: AgreementId, status: AgreementStatus, cause: Cause): void => {
  const agreement = log.state.board.agreements[id];
  if (agreement === undefined || agreement.status === 'ended' || agreement.status === 'withdrawn') return;
  const audience = audienceOf(agreement);
  const moved = log.add({ kind: 'agreementMoved', agreement: id, to: status, by: null }, cause, audience);
  const because: Cause = { kind: 'events', ids: [moved] };
  for (const clause of agreement.clauses) {
    if (clause.status !== 'pending') continue;
    const kept = status === 'ended' && isContinuous(clause);
    log.add(
      {
        kind: 'clauseJudged',
        agreement: id,
        clause: clause.id,
        status: kept ? 'kept' : 'void',
        by: [],
        evidence: moved,
      },
      because,
      audience,
    );
    dropRegime(log, clause, because);
  }
};

/** Promises that hold from turn to turn, as against one deed. */
export const isContinuous = (clause: Clause): boolean =>
  clause.terms.kind === 'refrain' ||
  clause.terms.kind === 'welcome' ||
  clause.terms.kind === 'gate' ||
  (clause.terms.kind === 'pay' && clause.terms.each);

export const dropRegime = (log: Log, clause: Clause, cause: Cause): void => {
  if (clause.terms.kind !== 'gate' || !('regime' in clause.terms) || clause.done.length === 0) return;
  const { route } = clause.terms;
  const regime = log.state.board.routes[route]?.regime;
  if (regime === clause.terms.regime) log.add({ kind: 'regimeSet', route, from: regime, to: 'none' }, cause);
};

/** A secret agreement comes to light; breaches that nobody knew of now cost what they cost. */
export const expose = (log: Log, agreement: Agreement, cause: Cause): void => {
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
export const breachCost = (log: Log, agreement: Agreement, power: PowerId): number => {
  const { credibility } = log.scenario.magnitudes;
  const full = agreement.form === 'treaty' ? credibility.breachTreaty : credibility.breachStatement;
  return agreement.underDuress.includes(power) ? Math.floor((full * credibility.duressPercent) / 100) : full;
};

/** Adjudges a breach: verdict, credibility if it is public, a grievance for each wronged party, and what depended on it falls. (AG7) */
export const breach = (
  log: Log,
  agreement: Agreement,
  clause: Clause,
  by: readonly PowerId[],
  evidence: string,
): void => {
  const audience = audienceOf(agreement);
  const id = log.add(
    { kind: 'clauseJudged', agreement: agreement.id, clause: clause.id, status: 'breached', by, evidence },
    { kind: 'events', ids: [evidence] },
    audience,
  );
  const because: Cause = { kind: 'events', ids: [id] };
  for (const power of by) {
    if (agreement.visibility === 'public') loseFace(log, power, -breachCost(log, agreement, power), because);
    for (const wronged of clause.to) {
      if (wronged === power || by.includes(wronged) || log.state.board.tracks[wronged] === undefined) continue;
      const until = log.state.board.turn + log.scenario.magnitudes.grievanceTurns;
      const grievance = {
        holder: wronged,
        against: power,
        until,
        because: id,
        open: agreement.visibility === 'public',
      };
      log.add({ kind: 'grievanceGained', grievance }, because, audience);
    }
  }
  voidDependents(log, agreement, clause, because);
};

const voidDependents = (log: Log, agreement: Agreement, clause: Clause, cause: Cause): void => {
  for (const other of agreement.clauses) {
    if (other.dependsOn !== clause.id || other.status !== 'pending') continue;
    log.add(
      {
        kind: 'clauseJudged',
        agreement: agreement.id,
        clause: other.id,
        status: 'void',
        by: [],
        evidence: cause.kind === 'events' ? (cause.ids[0] ?? null) : null,
      },
      cause,
      audienceOf(agreement),
    );
    dropRegime(log, other, cause);
    voidDependents(log, agreement, other, cause);
  }
};
