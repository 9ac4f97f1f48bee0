import { z } from 'zod';

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
