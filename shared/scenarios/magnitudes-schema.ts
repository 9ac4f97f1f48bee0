import { z } from 'zod';
import { band, count, share, whole } from './schema-parts.ts';

/** Numbers of the rules. */
export const magnitudesSchema = z.strictObject({
  capital: z.strictObject({
    kept: count,
    incomeByStability: z.array(z.strictObject({ under: count, income: count })).min(1),
  }),
  treasury: z.strictObject({ tradePointsPerUnit: count.min(1) }),
  court: z.strictObject({
    points: count,
    welcomePercent: count,
    barredPercent: count,
    fadeAt: count.min(1),
    fadeFloorPercent: share,
    pool: count,
    fromOneSupplier: count,
  }),
  harden: z.strictObject({
    points: count,
    fadeFrom: share,
    fadeTo: share,
    politicsStability: count,
    politicsBelow: share,
  }),
  squeeze: z.strictObject({
    minShare: share,
    credibility: share,
    stability: share,
    treasury: share,
    ownTreasury: share,
    metPercent: share,
    givingIn: share,
    wastePercent: share,
    wasteBase: share,
    gapPercent: count,
    tiredPercent: share,
  }),
  gap: z.strictObject({ fall: share, patronAt: share, stability: share, tension: whole.min(0).max(10) }),
  bar: z.strictObject({ grievanceAt: share }),
  overstretch: count,
  grievanceTurns: count,
  stability: z.strictObject({
    crisis: share,
    riseBelow: share,
    rise: share,
    fallAbove: share,
    fall: share,
    emptyTreasury: share,
  }),
  credibility: z.strictObject({
    riseBelow: share,
    rise: share,
    breachStatement: share,
    breachTreaty: share,
    duressPercent: share,
    withdrawal: share,
    exposure: share,
  }),
  treaty: z.strictObject({ capital: count }),
  tension: z.strictObject({ drift: whole.min(0).max(10) }),
  bands: z.strictObject({ capital: band, treasury: band, readiness: band }),
});
