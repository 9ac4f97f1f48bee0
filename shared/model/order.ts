import type { Area } from './area.ts';
import type { GateStatus, Guard } from './asset.ts';
import type { ClauseTerms } from './clause.ts';
import type { Condition } from './effect.ts';
import type {
  ActorId,
  AgreementId,
  ClauseId,
  FrontId,
  GateId,
  MeasureId,
  PowerId,
  PrizeId,
  ProjectId,
  RouteId,
} from './ids.ts';
import type { DoorChange } from './portfolio.ts';

/** Verbs by family: a `refrain` clause may name either. */
export const VERB_FAMILIES = {
  influence: ['court', 'squeeze', 'harden'],
  gates: ['setGate', 'postGuard'],
  diplomacy: ['mediate', 'monitor', 'recognise', 'sanction', 'lift', 'denounce'],
  projects: ['sponsor', 'award'],
  covert: ['spy', 'destabilise', 'coup', 'sabotage', 'blockade'],
  force: ['mobilise', 'standDown', 'deter', 'probe', 'operate'],
} as const;
export type VerbFamily = keyof typeof VERB_FAMILIES;
export type Verb = (typeof VERB_FAMILIES)[VerbFamily][number];
export const VERB_FAMILY_NAMES = Object.keys(VERB_FAMILIES) as readonly VerbFamily[];
export const VERBS: readonly Verb[] = Object.values(VERB_FAMILIES).flat();

const FAMILY_BY_VERB = Object.fromEntries(
  VERB_FAMILY_NAMES.flatMap((family) => VERB_FAMILIES[family].map((verb) => [verb, family] as const)),
) as { readonly [V in Verb]: VerbFamily };
export const familyOf = (verb: Verb): VerbFamily => FAMILY_BY_VERB[verb];
/** Covert orders are shown to nobody else, unless they come to light. */
export const isCovert = (order: { readonly verb: Verb }): boolean => FAMILY_BY_VERB[order.verb] === 'covert';

/**
 * One instruction for a turn. `host` is the country it is aimed at. `grievance` spends a grievance
 * against it: half the capital and no credibility. A squeeze carries its demand, an attempt to
 * destabilise may: what the host would promise to be spared.
 */
export type Order =
  | { readonly verb: 'court'; readonly host: ActorId; readonly area: Area }
  | {
      readonly verb: 'squeeze';
      readonly host: PowerId;
      readonly area: Area;
      readonly demand: ClauseTerms;
      readonly grievance?: boolean;
    }
  | { readonly verb: 'harden'; readonly area: Area }
  | { readonly verb: 'setGate'; readonly gate: GateId; readonly status: GateStatus }
  | { readonly verb: 'postGuard'; readonly gate: GateId; readonly guard: Guard }
  // diplomacy
  | { readonly verb: 'mediate'; readonly front: FrontId }
  | { readonly verb: 'monitor'; readonly front: FrontId }
  | { readonly verb: 'recognise'; readonly what: ActorId | FrontId }
  | { readonly verb: 'sanction'; readonly host: ActorId }
  | { readonly verb: 'lift'; readonly measure: MeasureId }
  | { readonly verb: 'denounce'; readonly agreement: AgreementId; readonly clause: ClauseId }
  // projects
  | { readonly verb: 'sponsor'; readonly project: ProjectId }
  | { readonly verb: 'award'; readonly project: ProjectId; readonly sponsor: ActorId }
  // covert
  | { readonly verb: 'spy'; readonly host: PowerId }
  | { readonly verb: 'destabilise'; readonly host: PowerId; readonly demand?: ClauseTerms }
  | { readonly verb: 'coup'; readonly host: PowerId }
  | { readonly verb: 'sabotage'; readonly host: ActorId; readonly project: ProjectId }
  | { readonly verb: 'blockade'; readonly host: ActorId; readonly gate: GateId }
  // force
  | { readonly verb: 'mobilise' }
  | { readonly verb: 'standDown' }
  | { readonly verb: 'deter'; readonly host: PowerId }
  | { readonly verb: 'probe'; readonly host: ActorId; readonly front: FrontId }
  | { readonly verb: 'operate'; readonly host: PowerId; readonly front: FrontId; readonly prize: PrizeId };
export type OrderOf<V extends Verb> = Extract<Order, { readonly verb: V }>;

/** Which orders a `do` or `refrain` clause speaks of: a verb or a whole family; every field that is present must match. */
export type OrderPattern = {
  readonly verb: Verb | VerbFamily;
  readonly host?: ActorId;
  readonly area?: Area;
  readonly gate?: GateId;
  readonly status?: GateStatus;
  readonly front?: FrontId;
  readonly project?: ProjectId;
  readonly sponsor?: ActorId;
  readonly measure?: MeasureId;
  readonly what?: ActorId | FrontId;
};
export const PATTERN_FIELDS = [
  'host',
  'area',
  'gate',
  'status',
  'front',
  'project',
  'sponsor',
  'measure',
  'what',
] as const satisfies readonly (keyof OrderPattern)[];

/** What its host would grant if squeezed: to whom, and which clause. Never seen by anybody else. */
export type Concession = {
  readonly to: PowerId | 'anyone';
  readonly kind: ClauseTerms['kind'];
  readonly area?: Area;
  readonly gate?: GateId;
  readonly route?: RouteId;
  /** For `pay`: at most this much. */ readonly amount?: number;
};

/** A power's whole turn. The last one submitted is what runs; null doors change nothing. */
export type OrderSet = {
  readonly orders: readonly Order[];
  readonly doors: DoorChange | null;
  readonly concessions: readonly Concession[];
};

export const NO_ORDERS: OrderSet = { orders: [], doors: null, concessions: [] };

/** Run in a turn in which the seat has submitted nothing; the first that hold and can be paid. */
export type ConditionalOrder = { readonly when: Condition | null; readonly order: Order };
/** What a seat leaves behind for turns of absence, and whether its guarantees are honoured by themselves. */
export type StandingOrders = { readonly orders: readonly ConditionalOrder[]; readonly honour: boolean };
export const NO_STANDING_ORDERS: StandingOrders = { orders: [], honour: true };

/** Two orders with the same key in one set are one too many; it also remembers last turn's orders for fatigue. */
export const orderKey = (order: Order): string => {
  switch (order.verb) {
    case 'court':
    case 'squeeze':
      return `${order.verb}/${order.area}/${order.host}`;
    case 'harden':
      return `harden/${order.area}`;
    case 'setGate':
    case 'postGuard':
    case 'blockade':
      return `${order.verb}/${order.gate}`;
    case 'mediate':
    case 'monitor':
    case 'probe':
    case 'operate':
      return `${order.verb}/${order.front}`;
    case 'recognise':
      return `recognise/${order.what}`;
    case 'lift':
      return `lift/${order.measure}`;
    case 'denounce':
      return `denounce/${order.agreement}/${order.clause}`;
    case 'sponsor':
    case 'award':
    case 'sabotage':
      return `${order.verb}/${order.project}`;
    case 'sanction':
    case 'spy':
    case 'destabilise':
    case 'coup':
    case 'deter':
      return `${order.verb}/${order.host}`;
    case 'mobilise':
    case 'standDown':
      return order.verb;
    default:
      return order satisfies never;
  }
};

export const isFamily = (verb: Verb | VerbFamily): verb is VerbFamily => verb in VERB_FAMILIES;

const namesVerb = (pattern: OrderPattern, verb: Verb): boolean =>
  pattern.verb === verb || FAMILY_BY_VERB[verb] === pattern.verb;

export const orderMatches = (order: Order, pattern: OrderPattern): boolean => {
  if (!namesVerb(pattern, order.verb)) return false;
  // A family of force names whom it is used against: who is stood by is not among them.
  if (order.verb === 'deter' && pattern.verb === 'force' && pattern.host !== undefined) return false;
  // Nobody who forgoes force meant that it would not send its soldiers home.
  if (order.verb === 'standDown' && pattern.verb === 'force') return false;
  const given = order as { readonly [F in (typeof PATTERN_FIELDS)[number]]?: string };
  for (const field of PATTERN_FIELDS) {
    if (pattern[field] !== undefined && pattern[field] !== given[field]) return false;
  }
  return true;
};
