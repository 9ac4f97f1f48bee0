import type { Agreement } from '../../model/agreement.ts';
import type { Clause, ClauseDraft, ClauseKind, ClauseTerms } from '../../model/clause.ts';
import type { ActorId, AgreementId, EventId, PowerId } from '../../model/ids.ts';
import type { Order, OrderPattern, Verb } from '../../model/order.ts';
import type { DoorChange } from '../../model/portfolio.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import type { Turn } from '../resolution/turn.ts';
import type { Purse } from './purse.ts';
import type { Told } from './told.ts';

export type TermsOf<K extends ClauseKind> = Extract<ClauseTerms, { readonly kind: K }>;

/** What a draft is checked against: what everybody sees, and the agreements that its author may know of. */
export type Drafting = {
  readonly scenario: Scenario;
  readonly board: Pick<Board, 'turn' | 'gates' | 'routes' | 'portfolios'>;
  readonly by: readonly ActorId[];
  readonly to: readonly ActorId[];
  readonly known: (id: AgreementId) => Agreement | undefined;
};

/** Step 1: what promises do by themselves. `purse` holds what they move until all of it is counted. */
export type Automatic = { readonly turn: Turn; readonly purse: Purse };

/** An order that everybody may hold against its giver, with the event that shows it. */
export type Deed = { readonly order: Order; readonly shownBy: EventId | null };

/** Step 10: what verdicts are found from. */
export type Judging = {
  readonly turn: Turn;
  /** The board as the step began. */ readonly board: Board;
  /** This turn's events, by what they are about. */ readonly told: Told;
  /** What this actor has done: given in the open, or come to light, or a non-player's act of policy. */
  readonly deedsOf: (actor: ActorId) => readonly Deed[];
  /** The same, and what it did covertly besides: enough to keep a promise, not to be caught breaking one. */
  readonly allDeedsOf: (actor: ActorId) => readonly Deed[];
  /** The verbs of the former, as bits of one number. */ readonly verbsOf: (actor: ActorId) => number;
  /** Did it have a legal order of this kind when the turn began, and the means to pay for it? (AG6) */
  readonly could: (actor: ActorId, pattern: OrderPattern) => boolean;
};

/**
 * What is found of a clause; null while there is nothing to say yet. `advanced` is progress without a
 * verdict; `revived` binds again after a breach of before the match.
 */
export type Finding =
  | { readonly verdict: 'kept' | 'excused' | 'void' | 'revived'; readonly evidence: EventId | null }
  | { readonly verdict: 'breached'; readonly by: readonly ActorId[]; readonly evidence: EventId | null }
  | {
      readonly verdict: 'advanced';
      readonly done: readonly ActorId[];
      readonly able: readonly ActorId[];
      readonly spanFrom?: number;
    };

/** What an obligor could do, or leave undone, that would break its word. */
export type Breach =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'pattern'; readonly order: OrderPattern }
  | { readonly kind: 'doors'; readonly change: DoorChange }
  /** Left undone by this turn. */
  | { readonly kind: 'undone'; readonly by: number | null }
  | { readonly kind: 'unpaid'; readonly amount: number }
  /** One of these attacks, and it stands by. */
  | { readonly kind: 'undeterred'; readonly attacker: PowerId; readonly host: ActorId }
  /** Notice given, or not given, in an institution. */
  | { readonly kind: 'left'; readonly institution: AgreementId }
  | { readonly kind: 'stayed'; readonly institution: AgreementId }
  /** A later promise that says the contrary. */
  | { readonly kind: 'contrary' };

/** The rules of one kind of promise. */
export type ClauseRules<K extends ClauseKind> = {
  /** What is wrong with the promise itself, in one word that the client explains; null if nothing. */
  readonly fault: (drafting: Drafting, terms: TermsOf<K>) => string | null;
  /** Step 1. */
  readonly runs?: (automatic: Automatic, agreement: Agreement, clause: Clause, terms: TermsOf<K>) => void;
  /** Step 10. `last`: the window closes with this turn. */
  readonly judge: (
    judging: Judging,
    agreement: Agreement,
    clause: Clause,
    terms: TermsOf<K>,
    last: boolean,
  ) => Finding | null;
  /** Until its window closes nothing but one of these, done by an obligor, can decide it. */
  readonly stirredBy?: (terms: TermsOf<K>) => readonly Verb[];
  /** Is it as promised at the end of this turn? What was broken before the match binds again once it is. (AG9) */
  readonly holds: (judging: Judging, agreement: Agreement, clause: Clause, terms: TermsOf<K>) => boolean;
  /** Deeds this kind forbids, in the obligor's own orders. */
  readonly forbids: (clause: ClauseDraft, terms: TermsOf<K>) => readonly OrderPattern[];
  /** Deeds this kind asks for. */
  readonly asks: (clause: ClauseDraft, terms: TermsOf<K>) => readonly OrderPattern[];
  /** Would this order of an obligor break it? Where what it forbids says too much or too little. */
  readonly couldBeBrokenBy?: (clause: ClauseDraft, terms: TermsOf<K>, order: Order) => boolean;
  /** One way in which this obligor could break it. */
  readonly breachBy: (scenario: Scenario, clause: ClauseDraft, terms: TermsOf<K>, obligor: ActorId) => Breach | null;
};

export const NO_PATTERNS: readonly OrderPattern[] = [];
export const KEPT: Finding = { verdict: 'kept', evidence: null };
