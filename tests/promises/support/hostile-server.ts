/**
 * The server in a process of its own, which tells how much it holds and what it has complained of: lines of JSON for
 * words on its input. Not forked, for the framework would take that for a process manager that wants to be served.
 */
import { startApp } from '../../../server/app.ts';
import type { Journal } from '../../../server/match/clock.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';

export type Health = {
  /** bytes, after everything that nobody needs has been thrown away */ readonly heap: number;
  /** Lines of the log by level and what they say. */ readonly lines: { readonly [line: string]: number };
  /** What failed outside any handler. */ readonly crashes: readonly string[];
};
export type ServerNews = { readonly port: number } | Health;

const lines: Record<string, number> = {};
const crashes: string[] = [];
const write = (level: string) => (facts: object, what: string) => {
  // The first words are enough to tell one kind from another.
  const line = `${level} ${what.split(/ at |\n/u)[0]?.slice(0, 60)}`;
  if (lines[line] === undefined && level === 'error') console.error(line, facts);
  lines[line] = (lines[line] ?? 0) + 1;
};
const journal: Journal = { info: () => undefined, warn: write('warn'), error: write('error') };
for (const what of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(
    what,
    (error: unknown) => void crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
// Whoever started it may have gone without a word.
process.stdin.once('end', () => process.exit(0));
setTimeout(() => process.exit(0), 1_800_000).unref();

const tell = (news: ServerNews): void => void process.stdout.write(`${JSON.stringify(news)}\n`);

const health = (): void => {
  globalThis.gc?.();
  globalThis.gc?.();
  tell({ heap: process.memoryUsage().heapUsed, lines, crashes });
};

const [dataDir = ''] = process.argv.slice(2);
const app = await startApp({
  ...{ port: 0, host: '127.0.0.1', dataDir, clientDir: dataDir, journal, scenario: charter2025 },
});
process.stdin.on('data', (data) => {
  const asked = String(data).trim();
  if (asked === 'health') health();
  if (asked === 'stop') void app.close().then(() => process.exit(0));
});
tell({ port: app.port });
