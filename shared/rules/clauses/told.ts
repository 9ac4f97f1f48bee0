import type { GameEvent } from '../../model/event.ts';
import type { ActorId, AgreementId, ClauseId, EventId, FrontId, GateId, RouteId, SiteId } from '../../model/ids.ts';
import type { EventOf } from '../evolve/writer.ts';

/** What became of one clause's payments this turn. */
export type Payments = { paid: EventId | null; readonly missed: EventOf<'paymentMissed'>[] };

/** A turn's events by what they are about, the latest of each, gathered once for all verdicts. */
export type Told = {
  readonly gates: ReadonlyMap<GateId, EventId>;
  readonly guards: ReadonlyMap<GateId, EventId>;
  readonly regimes: ReadonlyMap<RouteId, EventId>;
  readonly doors: ReadonlyMap<ActorId, EventId>;
  readonly sites: ReadonlyMap<SiteId, EventId>;
  readonly payments: ReadonlyMap<AgreementId, ReadonlyMap<ClauseId, Payments>>;
  /** By `agreement/clause`: the text that it handed over. */ readonly shown: ReadonlyMap<string, EventId>;
  /** By `actor/what`. */ readonly recognised: ReadonlyMap<string, EventId>;
  readonly attacks: readonly EventOf<'operated'>[];
  readonly probes: readonly EventOf<'probed'>[];
  readonly deterred: readonly EventOf<'deterred'>[];
  readonly exposed: readonly EventOf<'orderExposed'>[];
};

export const recognitionKey = (by: ActorId, what: ActorId | FrontId): string => `${by}/${what}`;

type AllPayments = Map<AgreementId, Map<ClauseId, Payments>>;
type Writable = {
  -readonly [K in keyof Told]: Told[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : Told[K];
} & { payments: AllPayments };

export const tell = (events: readonly GameEvent[]): Told => {
  const lists = { attacks: [], probes: [], deterred: [], exposed: [] } as {
    attacks: EventOf<'operated'>[];
    probes: EventOf<'probed'>[];
    deterred: EventOf<'deterred'>[];
    exposed: EventOf<'orderExposed'>[];
  };
  const told: Writable = {
    gates: new Map(),
    guards: new Map(),
    regimes: new Map(),
    doors: new Map(),
    sites: new Map(),
    payments: new Map(),
    shown: new Map(),
    recognised: new Map(),
    ...lists,
  };
  for (const event of events) {
    switch (event.kind) {
      case 'gateSet':
        told.gates.set(event.gate, event.id);
        break;
      case 'guardPosted':
        told.guards.set(event.gate, event.id);
        break;
      case 'regimeSet':
        told.regimes.set(event.route, event.id);
        break;
      case 'doorsSet':
        told.doors.set(event.host, event.id);
        break;
      case 'siteMoved':
        told.sites.set(event.site, event.id);
        break;
      case 'recognised':
        told.recognised.set(recognitionKey(event.by, event.what), event.id);
        break;
      case 'paid':
      case 'paymentMissed':
        notePayment(told.payments, event);
        break;
      case 'agreementShown':
        if (event.cause.kind === 'clause') told.shown.set(`${event.cause.agreement}/${event.cause.clause}`, event.id);
        break;
      case 'operated':
        lists.attacks.push(event);
        break;
      case 'probed':
        lists.probes.push(event);
        break;
      case 'deterred':
        lists.deterred.push(event);
        break;
      case 'orderExposed':
        lists.exposed.push(event);
        break;
      default:
    }
  }
  return told;
};

const notePayment = (payments: AllPayments, event: EventOf<'paid'> | EventOf<'paymentMissed'>): void => {
  if (event.cause.kind !== 'clause') return;
  const { agreement, clause } = event.cause;
  let ofAgreement = payments.get(agreement);
  if (ofAgreement === undefined) {
    ofAgreement = new Map();
    payments.set(agreement, ofAgreement);
  }
  let known = ofAgreement.get(clause);
  if (known === undefined) {
    known = { paid: null, missed: [] };
    ofAgreement.set(clause, known);
  }
  if (event.kind === 'paid') known.paid = event.id;
  else known.missed.push(event);
};
