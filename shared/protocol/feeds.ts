import { z } from 'zod';

/** `GET`, `POST` and `DELETE /api/matches/:id/reminder` → ReminderReply. An address for one match; gone at its end. */
export const setReminder = z.strictObject({ address: z.email().max(120) });
export type ReminderReply = {
  /** Whether this server sends mail, and this match is played by letter. */ readonly offered: boolean;
  readonly address: string | null;
};

/** `POST /api/me/feed` → FeedReply. The token reads titles, turns and deadlines of one’s matches by letter, and opens nothing else. */
export type FeedReply = { readonly token: string };

/** `GET /api/feeds/:token.ics` and `.xml`: an iCalendar and an Atom file, as text. */
export type FeedFile = string;
