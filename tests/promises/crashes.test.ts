import { expect, test } from 'vitest';
import { brokenServer } from './support/broken-server.ts';
import { lostCommands } from './support/checks.ts';
import { runCrashes } from './support/crash-run.ts';

/** Small and quick: what is wrong here is wrong at once. */
const PLAN = { tables: 2, kills: 3, every: 60, phase: 3_000, noted: 100 };
const quiet = (): void => undefined;

test('a server that acknowledges before it stores is found out', { timeout: 60_000 }, async () => {
  const early = await brokenServer({
    file: 'server/match/match.ts',
    find: 'const fault = await this.#append(row);',
    put: 'const fault = null; setTimeout(() => void this.#append(row), 500);',
  });
  const run = await runCrashes(early, PLAN, quiet);
  expect(lostCommands(run.commands, run.rows).length).toBeGreaterThan(0);
});

test('a server that shows somebody another board than the log gives is found out', { timeout: 60_000 }, async () => {
  const other = await brokenServer({
    file: 'server/match/match.ts',
    find: 'view(viewer: ViewerId): SeatView {',
    put: `view(viewer: ViewerId): SeatView {
      const seen = viewFor(this.scenario, this.state, viewer);
      if (viewer === 'ARM') return { ...seen, board: { ...seen.board, falls: { ARM: 7 } } };`,
  });
  const run = await runCrashes(other, PLAN, quiet);
  expect(run.mismatches).toContainEqual({
    ...{ match: expect.any(String), viewer: 'ARM', turn: expect.any(Number), field: 'board.falls' },
  });
  expect(run.mismatches.every(({ viewer }) => viewer === 'ARM')).toBe(true);
});
