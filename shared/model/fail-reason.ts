/** Why a legal order came to nothing. */
export const FAIL_REASONS = [
  'refusedByHost',
  'tooCalm',
  'isParty',
  'noBreach',
  'stageClosed',
  'notSponsor',
  'alreadyWon',
  'tooStable',
  'noShare',
  'noProgress',
  'heldAlready',
  'closedAlready',
  'odds',
  'notHeld',
  'noReadiness',
  'usesForce',
] as const;
export type FailReason = (typeof FAIL_REASONS)[number];
