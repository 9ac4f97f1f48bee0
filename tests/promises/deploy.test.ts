import { expect, test } from 'vitest';
import { brokenServer } from './support/broken-server.ts';
import { givenBack, runDeploys } from './support/deploy-run.ts';
import type { LogRow } from './support/store-file.ts';

test('a server that gives back less than the outage is found out', { timeout: 60_000 }, async () => {
  const mean = await brokenServer({
    file: 'server/match/outages.ts',
    find: 'lost + Math.max(0, to - Math.max(from, since))',
    put: 'lost + Math.max(0, to - Math.max(from, since)) / 2 - 6_000',
  });
  const run = await runDeploys(mean, { tables: 2, deploys: 1, every: 100 }, () => undefined);
  expect(givenBack(run.rows, run.deploys).some((more) => more === null || more < 0)).toBe(true);
});

test('what was given back is counted for each outage apart', () => {
  const stop = { took: 0, exit: { code: 0, signal: null }, back: 0 };
  const deploys = [
    { ...stop, askedAt: 1_000, upAt: 2_000 },
    { ...stop, askedAt: 5_000, upAt: 6_500 },
  ];
  const moved = (seq: number, at: number, by: number): LogRow => ({
    ...{ match: 'm', seq, at, seat: 'table', person: 'table', command: `auto-${seq}`, input: { kind: 'extend', by } },
  });
  expect(givenBack([moved(1, 2_100, 1_300), moved(2, 6_600, 1_400)], deploys)).toEqual([300, -100]);
  expect(givenBack([moved(1, 6_600, 9_000)], deploys)).toEqual([null, 7_500]);
});
