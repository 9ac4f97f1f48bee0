import { z } from 'zod';
import type { MatchId, PowerId, SeatId } from '../model/ids.ts';
import type { Input } from '../model/input.ts';
import type { Phase } from '../model/state.ts';

/** 32 hex digits, from a good source of chance; whoever makes one keeps it before it is sent. */
const tokenSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** `GET /api/me` → MeReply. */
export type MeReply = {
  readonly name: string;
  /** ms since 1970: since when this token is in use, and when it runs out; null: never */
  readonly since: number;
  readonly until: number | null;
};

/** `POST /api/me/session`: `next` takes the place of the token that is shown, a session's or a return link's. */
export const exchangeSession = z.strictObject({ next: tokenSchema });
export type ExchangeSession = z.infer<typeof exchangeSession>;

/** `POST /api/me/return-link` → ReturnLinkReply. */
export type ReturnLinkReply = { readonly token: string /** ms since 1970 */; readonly expiresAt: number };

/** `POST /api/me/sign-out`. `here`: this token alone. `elsewhere`: every other. */
export const signOut = z.strictObject({ where: z.enum(['here', 'elsewhere']) });
export type SignOut = z.infer<typeof signOut>;
export type DoneReply = { readonly ok: true };

/** `DELETE /api/me` and `DELETE /api/classes/:id`: there is no way back, so the word is asked for. */
export const confirmDeletion = z.strictObject({ confirm: z.literal('delete') });
export type ConfirmDeletion = z.infer<typeof confirmDeletion>;
/** `still`: matches that go on, where what was said stays until their end. */
export type DeletedReply = { readonly ok: true; readonly still: number };

/** One match in what is kept of somebody. Times are ms since 1970. */
export type MyMatch = {
  readonly match: MatchId;
  readonly title: string;
  readonly kind: 'quick' | 'private' | 'public' | 'class';
  readonly scenario: string;
  readonly power: PowerId | null;
  readonly phase: Phase;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** null: not before it has ended */ readonly keptUntil: number | null;
  /** What the person themselves said and did there, in order. */
  readonly inputs: readonly {
    /** counted among one’s own */ readonly seq: number;
    readonly at: number;
    readonly seat: SeatId;
    readonly input: Input;
  }[];
};
/** `GET /api/me/data` → MyData: everything that the server keeps of the person who asks. Times are ms since 1970. */
export type MyData = {
  readonly name: string;
  readonly createdAt: number;
  readonly tokens: readonly { readonly kind: string; readonly createdAt: number; readonly expiresAt: number | null }[];
  readonly matches: readonly MyMatch[];
  readonly reports: readonly {
    readonly match: MatchId;
    readonly at: number;
    readonly reason: string;
    readonly text: string;
    readonly quoted: string;
    readonly status: string;
  }[];
  /** how many people they have blocked */ readonly blocked: number;
  readonly reminders: readonly { readonly match: MatchId; readonly address: string }[];
};

/** `POST /api/classes/:id/key`: `next` takes the place of the console’s token. */
export const renewKey = z.strictObject({ next: tokenSchema });
export type RenewKey = z.infer<typeof renewKey>;
