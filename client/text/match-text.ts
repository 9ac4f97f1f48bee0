import { enAccount } from './en-account.ts';
import { enCauses } from './en-causes.ts';
import { enCorrect } from './en-correct.ts';
import { enDeeds } from './en-deeds.ts';
import { enDesk } from './en-desk.ts';
import { enDossiers } from './en-dossiers.ts';
import { enEvents } from './en-events.ts';
import { enLetters } from './en-letters.ts';
import { enMatch } from './en-match.ts';
import { enRefusals } from './en-refusals.ts';
import { enShell } from './en-shell.ts';
import { enTerms } from './en-terms.ts';
import { enVerbs } from './en-verbs.ts';
import { enWhy } from './en-why.ts';
import { type Blanks, speaking } from './text.ts';

const all = {
  ...enShell,
  ...enMatch,
  ...enLetters,
  ...enDesk,
  ...enDossiers,
  ...enEvents,
  ...enDeeds,
  ...enTerms,
  ...enVerbs,
  ...enWhy,
  ...enCauses,
  ...enRefusals,
  ...enCorrect,
  ...enAccount,
};
export type MatchKey = keyof typeof all;

/** The voice of the match; it loads with the match. */
export const t = speaking(all);

/** For keys put together at run time: null if there is no such sentence. */
export const maybe = (key: string, blanks: Blanks = {}): string | null =>
  Object.hasOwn(all, key) ? t(key as MatchKey, blanks) : null;
