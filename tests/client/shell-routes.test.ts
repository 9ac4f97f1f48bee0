import { describe, expect, test } from 'vitest';
import { hrefOf, parseRoute, type Route } from '../../client/app/route.ts';

const ROUTES: readonly (readonly [hash: string, route: Route])[] = [
  ['#/', { kind: 'home' }],
  ['#/about', { kind: 'about' }],
  ['#/help', { kind: 'help' }],
  ['#/privacy', { kind: 'privacy' }],
  ['#/mine', { kind: 'mine' }],
  ['#/return', { kind: 'comeBack' }],
  ['#/m/ab12', { kind: 'match', match: 'ab12' }],
  ['#/watch/ab12', { kind: 'watch', match: 'ab12' }],
  ['#/replay', { kind: 'openFile' }],
  ['#/replay/ab12', { kind: 'replay', match: 'ab12' }],
  ['#/join/KAPAN', { kind: 'join', code: 'KAPAN' }],
  ['#/class/new', { kind: 'newClass' }],
  ['#/class/c1', { kind: 'console', classId: 'c1' }],
  ['#/class/c1/ab12', { kind: 'classTable', classId: 'c1', match: 'ab12' }],
  ['#/wall/c1/k2', { kind: 'wall', classId: 'c1', wallKey: 'k2' }],
  ['#/return/t0/ab12', { kind: 'return', token: 't0', to: { kind: 'match', match: 'ab12' } }],
  ['#/return/t0/class/c1', { kind: 'return', token: 't0', to: { kind: 'console', classId: 'c1' } }],
];

describe('an address', () => {
  test.each(ROUTES)('%s is one place', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(hrefOf(route)).toBe(hash);
  });

  test.each(['', '#', '#/'])('%o is home', (hash) => expect(parseRoute(hash)).toEqual({ kind: 'home' }));

  test.each(['#/nowhere', '#/m', '#/m/', '#/wall/c1', '#/return/t0', '#/return/t0/class', '#/x/y/z'])(
    '%s leads nowhere',
    (hash) => expect(parseRoute(hash)).toEqual({ kind: 'unknown' }),
  );

  test('keeps what would break an address', () => {
    const route: Route = { kind: 'join', code: 'a/b c%' };
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  test('survives a half escape', () =>
    expect(parseRoute('#/join/%E0%A4%A')).toEqual({ kind: 'join', code: '%E0%A4%A' }));
});
