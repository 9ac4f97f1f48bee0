import type { Foundation } from '../../shared/replay/fold.ts';
import type { StoredMatch } from '../store/match-store.ts';

/** What the fold of a match starts from. */
export const foundationOf = ({ id, title, seed, salt, settings, rules, digest }: StoredMatch): Foundation => ({
  id,
  title,
  seed,
  salt,
  settings,
  begun: { rules, digest },
});
