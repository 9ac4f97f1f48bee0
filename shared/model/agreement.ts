import type { Clause, ClauseDraft } from './clause.ts';
import type { ActorId, AgreementId, PowerId, ProposalId } from './ids.ts';

export const AGREEMENT_STATUSES = ['inForce', 'suspended', 'withdrawn', 'ended'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];
export type AgreementForm = 'statement' | 'treaty';
export type Visibility = 'public' | 'secret';

/** What somebody writes at the treaty desk. */
export type AgreementDraft = {
  readonly title: string;
  /** Powers, and non-players whose policy may accept. */ readonly parties: readonly ActorId[];
  readonly visibility: Visibility;
  readonly form: AgreementForm;
  /** Last turn of the term; null for no end. */ readonly until: number | null;
  /** Turns between giving notice and being free. */ readonly notice: number;
  readonly clauses: readonly ClauseDraft[];
};

export type Proposal = {
  readonly id: ProposalId;
  readonly by: ActorId;
  readonly draft: AgreementDraft;
  readonly turn: number;
  /** Lapses when this turn's negotiation closes. */ readonly expires: number;
  readonly signed: readonly ActorId[];
  readonly counters: ProposalId | null;
  readonly status: 'open' | 'concluded' | 'declined' | 'withdrawn' | 'lapsed' | 'voided' | 'countered';
};

export type Agreement = {
  readonly id: AgreementId;
  readonly title: string;
  /** Powers and non-players bound or owed by it. */ readonly parties: readonly ActorId[];
  readonly visibility: Visibility;
  readonly form: AgreementForm;
  readonly status: AgreementStatus;
  readonly from: number;
  readonly until: number | null;
  readonly notice: number;
  /** Turn from which a withdrawal frees, by power. */ readonly leaving: { readonly [power: PowerId]: number };
  /** Who suspended it, and may resume it; anybody may if nobody is named. */ readonly suspendedBy?: ActorId;
  readonly consents: readonly PowerId[];
  /** Powers that were in crisis when they signed: their breach costs half. */ readonly underDuress: readonly PowerId[];
  readonly clauses: readonly Clause[];
  /** Outsiders to whom a secret agreement was shown: by a spy or by a `disclose` clause. */ readonly shownTo: readonly PowerId[];
  /** Cannot be suspended or left in this scenario. */ readonly background?: boolean;
  /** How it came to be: stood at the start, negotiated, or granted to a squeeze. */
  readonly origin: 'standing' | 'negotiated' | 'conceded';
  readonly source?: string;
  readonly note?: string;
};
