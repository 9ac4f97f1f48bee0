import type { MatchId } from '../../shared/model/ids.ts';
import { rememberConsole } from '../net/session.ts';
import { goInstead, parseRoute } from './route.ts';

type Followed = { readonly token: string; readonly to: { readonly kind: 'match'; readonly match: MatchId } };
let last: Followed | null = null;

const follow = (): void => {
  const route = parseRoute(window.location.hash);
  if (route.kind !== 'return') return;
  if (route.to.kind === 'match') {
    last = { token: route.token, to: route.to };
    return goInstead({ kind: 'comeBack' });
  }
  rememberConsole(route.to.classId, route.token);
  goInstead(route.to);
};

/** Takes the token out of a personal link, and replaces the address at once: it stays in no history and on no screen. */
export const followReturnLinks = (): void => {
  follow();
  window.addEventListener('hashchange', follow);
};

/** The personal link that has been opened last in this tab; only the tab's memory has it. */
export const followed = (): Followed | null => last;
