import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { OperatorDesk } from '../operator/operator-desk.ts';
import { renewOperatorKey } from '../operator/operator-key.ts';
import type { MatchStore } from '../store/match-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { ACTS, type OperatorActs } from './admin-acts.ts';
import { HELP } from './admin-help.ts';
import { remoteDesk } from './admin-remote.ts';

/** A server stores that it is up every five seconds. */
const UP_WITHIN = 15_000;

const { env } = process;
const [command = '', ...words] = process.argv.slice(2);
const file = join(resolve(env.DATA_DIR ?? 'data'), 'multivector.db');

const openData = async (): Promise<MatchStore> => {
  if (!existsSync(file)) throw new Error(`There is no data at ${file}.`);
  return openSqliteStore({ file });
};

/** Reads beside a server that writes, and takes whatever is stored by then. */
const backUp = async (target: string): Promise<string> => {
  if (!existsSync(file)) throw new Error(`There is no data at ${file}.`);
  if (existsSync(target)) throw new Error(`${target} is there already.`);
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(db, target);
  } finally {
    db.close();
  }
  return `Everything is in ${target}.`;
};

const renewKey = async (): Promise<string> => {
  const store = await openData();
  try {
    return await renewOperatorKey(store);
  } finally {
    await store.close();
  }
};

const onData = async (act: (desk: OperatorActs) => Promise<string | null>): Promise<string | null> => {
  const store = await openData();
  try {
    if (Date.now() - ((await store.lastBeat()) ?? 0) < UP_WITHIN)
      throw new Error('A server uses this data, or did until a moment ago. Give its OPERATOR_KEY, or wait 15 seconds.');
    const desk = new OperatorDesk({ store, scenarioById, now: Date.now, live: null });
    const metrics = (): Promise<string> => Promise.reject(new Error('Only a server that runs has figures.'));
    return await act(Object.assign(desk, { metrics }));
  } finally {
    await store.close();
  }
};

const run = async (): Promise<string | null> => {
  const [first] = words;
  if (command === 'backup') return first === undefined ? null : backUp(resolve(first));
  if (command === 'key') return renewKey();
  const act = Object.hasOwn(ACTS, command) ? ACTS[command] : undefined;
  if (act === undefined) return null;
  const key = env.OPERATOR_KEY ?? '';
  const base = env.SERVER_URL ?? `http://localhost:${env.PORT ?? '2567'}`;
  return key === '' ? onData((desk) => act(desk, words)) : act(remoteDesk(base.replace(/\/$/, ''), key), words);
};

try {
  const told = await run();
  console.log(told ?? HELP);
  process.exitCode = told === null ? 2 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
