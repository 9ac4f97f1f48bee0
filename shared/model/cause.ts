import type { ActorId, AgreementId, CardId, ClauseId, EventId, MeasureId, PowerId, SeatId } from './ids.ts';
import type { Order } from './order.ts';

/**
 * Why something happened. Follow `events` back and every chain ends at an order, a clause, a card, an
 * act at the table or a numbered rule; `undisclosed` while the reader may not know.
 */
export type Cause =
  | { readonly kind: 'order'; readonly power: PowerId; readonly order: Order }
  | { readonly kind: 'doors'; readonly power: PowerId }
  | { readonly kind: 'clause'; readonly agreement: AgreementId; readonly clause: ClauseId }
  | { readonly kind: 'events'; readonly ids: readonly EventId[] }
  | { readonly kind: 'card'; readonly card: CardId }
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'act'; readonly seat: SeatId }
  /** A rule of a non-player's published policy, e.g. `E2`. */
  | { readonly kind: 'policy'; readonly actor: ActorId; readonly rule: string }
  /** A rule of the book by its number, e.g. `VB3`. */
  | { readonly kind: 'rule'; readonly rule: RuleId }
  | { readonly kind: 'undisclosed' };

/** Rules that act by themselves, without an order: numbered as in docs/rules.md. */
export const RULE_IDS = [
  'IN1',
  'IN2',
  'IN3',
  'GV1',
  'GV2',
  'GV3',
  'CR1',
  'CR2',
  'VB7',
  'VB8',
  'VB9',
  'AG5',
  'AG7',
  'RT2',
  'RT3',
  'TN1',
  'TN2',
  'OB1',
  'DR3',
  'AG9',
  'AG10',
  'ST1',
  'ST2',
  'ST3',
  'PJ1',
  'PJ2',
  'PJ3',
  'SU1',
  'SO1',
  'CV1',
  'FO1',
  'FO2',
  'FO3',
  'FO4',
  'GV4',
  'GV5',
  'GV6',
  'WR1',
  'NP1',
  'AB1',
  'AB2',
  'AB3',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export const UNDISCLOSED: Cause = { kind: 'undisclosed' };
