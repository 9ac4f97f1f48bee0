import type { AgreementDraft } from './agreement.ts';
import type { Effect } from './effect.ts';
import type { AgreementId, CardId, ClauseId, PowerId, ProposalId, SeatId } from './ids.ts';
import type { OrderSet, StandingOrders } from './order.ts';
import type { Motion } from './state.ts';

/** Who sits: a person, a bot by name, or nobody. */
export type Sitter =
  | { readonly by: 'human' }
  /** `standIn`: for a person who may take over again at once. `open`: for whoever claims the seat. */
  | ({ readonly by: 'bot'; readonly standIn?: boolean; readonly open?: boolean } & BotChoice)
  | { readonly by: 'nobody' };
export const BOT_NAMES = ['hold', 'random', 'scripted', 'caretaker', 'greedy', 'negotiator'] as const;
export type BotName = (typeof BOT_NAMES)[number];
/** How far a negotiator looks: by resolutions a turn. */
export const BOT_LEVELS = ['easy', 'normal', 'strong'] as const;
export type BotLevel = (typeof BOT_LEVELS)[number];
/** Whether a negotiator keeps its word at a loss. */
export const TEMPERAMENTS = ['steadfast', 'opportunist'] as const;
export type Temperament = (typeof TEMPERAMENTS)[number];
/** Which bot plays. Of a negotiator, its level (else normal) and its temperament (else drawn in secret). */
export type BotChoice = { readonly bot: BotName; readonly level?: BotLevel; readonly temperament?: Temperament };

/** Stands in a log for what was said by somebody who has been forgotten since. */
export const ERASED = '[erased]';

/** What a power may do. All acts on agreements happen while the doors are open. */
export type PowerInput =
  | { readonly kind: 'submitOrders'; readonly orders: OrderSet }
  | { readonly kind: 'setStanding'; readonly standing: StandingOrders }
  | { readonly kind: 'setReady'; readonly ready: boolean }
  | {
      readonly kind: 'say';
      readonly to: readonly PowerId[];
      readonly text: string;
      /** Only in logs, of what was said by somebody who has been forgotten: the digest of its turn’s inputs as they were. */
      readonly erased?: string;
    }
  | {
      readonly kind: 'propose';
      readonly draft: AgreementDraft;
      readonly expires: number;
      readonly counters?: ProposalId;
    }
  | { readonly kind: 'sign'; readonly proposal: ProposalId }
  | { readonly kind: 'decline'; readonly proposal: ProposalId }
  | { readonly kind: 'withdrawProposal'; readonly proposal: ProposalId }
  | { readonly kind: 'giveNotice'; readonly agreement: AgreementId }
  | { readonly kind: 'suspend'; readonly agreement: AgreementId }
  | { readonly kind: 'resume'; readonly agreement: AgreementId }
  | { readonly kind: 'consent'; readonly agreement: AgreementId; readonly clause: ClauseId; readonly given: boolean }
  | { readonly kind: 'agreeToEnd'; readonly agree: boolean }
  | { readonly kind: 'concede' }
  | { readonly kind: 'takePause' /** whole ones, of the seat's own */; readonly days: number }
  | { readonly kind: 'vote'; readonly on: Motion; readonly agree: boolean };

/** What the facilitator may do: the same union, the same log, the same step. */
export type FacilitatorInput =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resumeClock' }
  | { readonly kind: 'extend' /** milliseconds, may be negative */; readonly by: number }
  | { readonly kind: 'advance' }
  | { readonly kind: 'inject'; readonly card: CardId }
  | { readonly kind: 'override'; readonly effects: readonly Effect[]; readonly reason: string }
  | { readonly kind: 'rewind'; readonly turn: number; readonly sameLuck: boolean }
  | { readonly kind: 'postNote'; readonly to: readonly PowerId[] | 'all'; readonly text: string }
  | { readonly kind: 'seat'; readonly power: PowerId; readonly sitter: Sitter };

/** What the table itself reports: presence and the clock. Tables without a facilitator start by themselves. */
export type TableInput =
  | { readonly kind: 'start' }
  | { readonly kind: 'seat'; readonly power: PowerId; readonly sitter: Sitter }
  | { readonly kind: 'deadlineReached' }
  | { readonly kind: 'extend'; readonly by: number }
  /** The server that goes on with it has other rules, or the scenario in another form. */
  | { readonly kind: 'changeRules'; readonly from: number | null; readonly to: number };

export type Input = PowerInput | FacilitatorInput | TableInput;

/** One line of the log. `at` is milliseconds since 1970, the only clock the engine knows. */
export type LoggedInput = { readonly seq: number; readonly at: number; readonly seat: SeatId; readonly input: Input };
