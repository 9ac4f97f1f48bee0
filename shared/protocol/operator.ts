import { z } from 'zod';
import type { MatchId, PowerId } from '../model/ids.ts';

export const MATCH_STATUSES = ['table', 'running', 'ended'] as const;
export const REPORT_ENDS = ['dismissed', 'acted'] as const;

/** `GET /api/admin/matches` → OperatorMatches, newest first. */
export type OperatorMatch = {
  readonly match: MatchId;
  readonly kind: 'quick' | 'private' | 'public' | 'class';
  readonly title: string;
  readonly status: (typeof MATCH_STATUSES)[number];
  readonly turn: number;
  /** ms since 1970 */ readonly createdAt: number;
  readonly endedAt: number | null;
};
export type OperatorMatches = { readonly matches: readonly OperatorMatch[] };
/** `GET /api/admin/matches/:id`. `person` is what a ban names. */
export type OperatorMatchDetail = OperatorMatch & {
  readonly scenario: string;
  readonly rules: number | null;
  readonly pace: string;
  readonly classId: string | null;
  readonly inputs: number;
  readonly members: readonly {
    readonly person: string;
    readonly power: PowerId | null;
    readonly name: string;
    readonly removed: boolean;
  }[];
};

/** What came of an act. False: there is no such match, person, ban or report, and nothing has changed. */
export type OperatorReply = { readonly done: boolean };

/** `POST /api/admin/bans`. `who`: a person, or a seat as `MATCH/POWER`. `days`: null for good. */
export const banRequest = z.strictObject({
  who: z.string().min(1).max(120),
  days: z.number().int().min(1).max(3_650).nullable(),
  reason: z.string().trim().min(1).max(500),
});
export type BanRequest = z.infer<typeof banRequest>;
export type OperatorBan = {
  readonly person: string;
  /** ms since 1970; null: for good */ readonly until: number | null;
  readonly reason: string;
  readonly at: number;
};
export type OperatorBans = { readonly bans: readonly OperatorBan[] };

/** `GET /api/admin/reports`: what is open, oldest first. */
export type OperatorReport = {
  readonly id: string;
  readonly match: MatchId;
  readonly by: string;
  readonly about: string;
  readonly reason: string;
  readonly text: string;
  /** what was said, as the reporter could read it */ readonly quoted: string;
  readonly at: number;
};
export type OperatorReports = { readonly reports: readonly OperatorReport[] };
export const settleRequest = z.strictObject({ as: z.enum(REPORT_ENDS) });
export type SettleRequest = z.infer<typeof settleRequest>;

/** `GET /api/admin/metrics`: text as Prometheus reads it. */
export type OperatorMetrics = string;
