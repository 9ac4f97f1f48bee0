import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';

/** Loaded before a server: a day by letter is this long, in ms. What is killed in a test cannot wait for a day. */
export const SHORT_DAY = 6_000;

const letters = charter2025.paces.find(({ id }) => id === 'correspondence') as
  | { negotiation: number | null }
  | undefined;
if (letters !== undefined) letters.negotiation = SHORT_DAY;
