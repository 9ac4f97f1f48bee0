import module from 'node:module';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import type { LogLevel } from './journal.ts';

const LOG_LEVELS: readonly string[] = ['silent', 'error', 'warn', 'info'];
const STOP_WITHIN = 4_500;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const giveUp = (code: string, message: string): never => {
  process.stderr.write(`${message} (${code})\n`);
  process.exit(1);
};

const [major] = process.versions.node.split('.');
if (Number(major) < 24)
  giveUp('server/old-node', `Multivector needs Node 24 or later; this is Node ${process.versions.node}.`);

const portFrom = (text: string | undefined): number => {
  const port = Number(text ?? 2567);
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? port
    : giveUp('server/bad-port', `PORT must be a number from 0 to 65535, not “${text}”.`);
};

const siteFrom = (text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  return /^https?:\/\/[^\s#?]+$/u.test(text)
    ? text
    : giveUp(
        'server/bad-address',
        `PUBLIC_URL must be the address of the page, as https://example.org/, not “${text}”.`,
      );
};

const daysFrom = (text: string): number => {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= 3_650
    ? days
    : giveUp('server/bad-days', `KEEP_DAYS must be a whole number of days from 1 to 3650, not “${text}”.`);
};

const idleFrom = (text: string): number => {
  const minutes = Number(text);
  return minutes >= 0.05 && minutes <= 1_440
    ? minutes * 60_000
    : giveUp('server/bad-minutes', `IDLE_MINUTES must be a number of minutes from 0.05 to 1440, not “${text}”.`);
};

/** Where people on this machine and in this network find the server. */
const addressesOf = (host: string, port: number): readonly string[] => {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const near = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal);
  return [`http://localhost:${port}`, ...near.map(({ address }) => `http://${address}:${port}`)];
};

const { env } = process;
const host = env.HOST ?? '0.0.0.0';
const port = portFrom(env.PORT);
const kept = env.KEEP_DAYS === undefined ? {} : { keepDays: daysFrom(env.KEEP_DAYS) };
const idle = env.IDLE_MINUTES === undefined ? {} : { idle: idleFrom(env.IDLE_MINUTES) };
const level = (LOG_LEVELS.includes(env.LOG_LEVEL ?? '') ? env.LOG_LEVEL : 'warn') as LogLevel;

const dataDir = resolve(env.DATA_DIR ?? 'data');
// Half of the time to start goes into reading the program: what has been read once is kept beside the data, because
// after a crash or a new version people are waiting. A folder that cannot be written to is no reason not to start.
module.enableCompileCache(join(dataDir, 'compiled'));

// Loaded only now: an older Node would stop at the first file that it cannot read, with no plain word.
const [{ openJournal }, { startApp }] = await Promise.all([import('./journal.ts'), import('./app.ts')]);
const journal = openJournal(level);

// State changes only after its input is stored, so a failure somewhere leaves nothing half done; and
// stopping would take every other table along.
process.on('uncaughtException', (error) => journal.error({ error }, 'something failed outside any handler'));
process.on('unhandledRejection', (error) => journal.error({ error }, 'something failed outside any handler'));

try {
  const app = await startApp({
    port,
    host,
    dataDir,
    site: siteFrom(env.PUBLIC_URL),
    proxies: env.TRUSTED_PROXIES ?? '',
    mail: env.SMTP_URL && env.MAIL_FROM ? { smtp: env.SMTP_URL, from: env.MAIL_FROM } : null,
    clientDir: resolve(import.meta.dirname, '../dist/client'),
    allowedOrigins: (env.ALLOWED_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    journal,
    ...kept,
    ...idle,
  });
  const stop = (): void => {
    setTimeout(() => process.exit(0), STOP_WITHIN).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        journal.error({ error }, 'the server could not stop in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  say('Multivector is open at');
  for (const address of addressesOf(host, app.port)) say(`  ${address}`);
  if (app.operatorKey !== null) say(`The operator’s key, shown this once (npm run admin): ${app.operatorKey}`);
  // Now, and not when it ends in order: it may not.
  module.flushCompileCache();
} catch (error) {
  if (error instanceof Error && error.name === 'StartFault' && 'code' in error)
    giveUp(String(error.code), error.message);
  journal.error({ error }, 'the server could not start');
  giveUp('server/cannot-start', 'The server could not start; the log says why.');
}
