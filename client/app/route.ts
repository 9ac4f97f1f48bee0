import { useSyncExternalStore } from 'react';
import type { MatchId } from '../../shared/model/ids.ts';

/** Where one can be. All of it stays behind the `#`, which browsers send to nobody. */
export type Route =
  | { readonly kind: 'home' | 'openFile' | 'newClass' | 'about' | 'help' | 'privacy' | 'mine' | 'comeBack' | 'unknown' }
  | { readonly kind: 'match' | 'replay'; readonly match: MatchId }
  | { readonly kind: 'watch'; readonly match: MatchId }
  | { readonly kind: 'join'; readonly code: string }
  /** from the foot of a reminder */
  | { readonly kind: 'stop'; readonly match: MatchId; readonly reminder: string }
  | { readonly kind: 'console'; readonly classId: string }
  | { readonly kind: 'classTable'; readonly classId: string; readonly match: MatchId }
  | { readonly kind: 'wall'; readonly classId: string; readonly wallKey: string }
  | { readonly kind: 'return'; readonly token: string; readonly to: ReturnTo };
/** A personal link leads a person back to a seat, or a teacher back to a console. */
export type ReturnTo =
  | { readonly kind: 'match'; readonly match: MatchId }
  | { readonly kind: 'console'; readonly classId: string };

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const SINGLE = {
  '': 'home',
  about: 'about',
  help: 'help',
  privacy: 'privacy',
  mine: 'mine',
  replay: 'openFile',
  return: 'comeBack',
} as const;

const parseClass = ([classId, match]: readonly string[]): Route => {
  if (classId === undefined) return { kind: 'unknown' };
  if (match !== undefined) return { kind: 'classTable', classId, match };
  return classId === 'new' ? { kind: 'newClass' } : { kind: 'console', classId };
};

const parseReturn = ([token, first, second]: readonly string[]): Route => {
  if (token === undefined || first === undefined) return { kind: 'unknown' };
  if (first === 'class')
    return second === undefined
      ? { kind: 'unknown' }
      : { kind: 'return', token, to: { kind: 'console', classId: second } };
  return { kind: 'return', token, to: { kind: 'match', match: first } };
};

export const parseRoute = (hash: string): Route => {
  const [head = '', ...rest] = hash
    .replace(/^#?\/?/u, '')
    .split('/')
    .filter((part, at) => at === 0 || part !== '')
    .map(decode);
  const [first, second] = rest;
  if (rest.length === 0) return head in SINGLE ? { kind: SINGLE[head as keyof typeof SINGLE] } : { kind: 'unknown' };
  if (first === undefined) return { kind: 'unknown' };
  if (head === 'm') return { kind: 'match', match: first };
  if (head === 'watch') return { kind: 'watch', match: first };
  if (head === 'replay') return { kind: 'replay', match: first };
  if (head === 'join') return { kind: 'join', code: first };
  if (head === 'class') return parseClass(rest);
  if (head === 'stop' && second !== undefined) return { kind: 'stop', match: first, reminder: second };
  if (head === 'wall' && second !== undefined) return { kind: 'wall', classId: first, wallKey: second };
  return head === 'return' ? parseReturn(rest) : { kind: 'unknown' };
};

const part = encodeURIComponent;

export const hrefOf = (route: Route): string => {
  switch (route.kind) {
    case 'match':
      return `#/m/${part(route.match)}`;
    case 'watch':
      return `#/watch/${part(route.match)}`;
    case 'replay':
      return `#/replay/${part(route.match)}`;
    case 'join':
      return `#/join/${part(route.code)}`;
    case 'stop':
      return `#/stop/${part(route.match)}/${part(route.reminder)}`;
    case 'console':
      return `#/class/${part(route.classId)}`;
    case 'classTable':
      return `#/class/${part(route.classId)}/${part(route.match)}`;
    case 'wall':
      return `#/wall/${part(route.classId)}/${part(route.wallKey)}`;
    case 'return':
      return `#/return/${part(route.token)}/${route.to.kind === 'match' ? part(route.to.match) : `class/${part(route.to.classId)}`}`;
    case 'newClass':
      return '#/class/new';
    case 'openFile':
      return '#/replay';
    case 'comeBack':
      return '#/return';
    case 'home':
    case 'unknown':
      return '#/';
    case 'about':
    case 'help':
    case 'privacy':
    case 'mine':
      return `#/${route.kind}`;
  }
};

/** The whole address of a place, to be shared or shown as a code. */
export const addressOf = (route: Route): string =>
  new URL(hrefOf(route), window.location.href.replace(/#.*$/u, '')).href;

export const go = (route: Route): void => {
  window.location.hash = hrefOf(route);
};
/** Goes on without leaving the present address in the history. */
export const goInstead = (route: Route): void => {
  window.history.replaceState(null, '', hrefOf(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
const readHash = (): string => window.location.hash;

export const useHash = (): string => useSyncExternalStore(subscribe, readHash);
