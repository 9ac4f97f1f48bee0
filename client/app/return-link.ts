import { rememberConsole, rememberToken } from '../net/session.ts';
import { goInstead, parseRoute } from './route.ts';

const follow = (): void => {
  const route = parseRoute(window.location.hash);
  if (route.kind !== 'return') return;
  if (route.to.kind === 'match') rememberToken(route.token);
  else rememberConsole(route.to.classId, route.token);
  goInstead(route.to);
};

/** Takes the token out of a personal link, keeps it, and replaces the address at once. */
export const followReturnLinks = (): void => {
  follow();
  window.addEventListener('hashchange', follow);
};
