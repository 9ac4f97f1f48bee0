import type { Entropy } from './clock.ts';

/** Without I and O, which read as 1 and 0 from the back of a room. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 5;
const WELL_FORMED = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

export const makeCode = (entropy: Entropy): string =>
  Array.from({ length: LENGTH }, () => LETTERS[entropy.below(LETTERS.length)]).join('');

/** As people type it: any case, with spaces or a dash. Null when it can be no code. */
export const readCode = (typed: string): string | null => {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return WELL_FORMED.test(code) ? code : null;
};
