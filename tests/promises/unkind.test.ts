import { expect, test } from 'vitest';
import { brokenServer } from './support/broken-server.ts';
import { lostCommands, unevenCommands } from './support/checks.ts';
import { runUnkind } from './support/unkind-run.ts';

test('a server that answers the same command in two ways is found out', { timeout: 60_000 }, async () => {
  const forgetful = await brokenServer({
    file: 'server/match/match.ts',
    find: "if (given.kind === 'same') return given.reply;",
    put: "if (given.kind === 'same') return { ok: true, version: this.#versions.of(request.seat as PowerId) + 1 };",
  });
  const plan = { tables: 2, commands: 120, every: 100, life: 3_000, within: 15_000 };
  const run = await runUnkind(forgetful, plan, () => undefined);
  expect(run.tally.copies).toBeGreaterThan(0);
  expect(run.kills).toBeGreaterThan(0);
  expect(unevenCommands(run.commands).length).toBeGreaterThan(0);
  expect(lostCommands(run.commands, run.rows)).toEqual([]);
});
