import { newSecret } from './ids.ts';
import { me } from './me.ts';
import { ApiError } from './problem.ts';
import { rememberConsole, rememberName, rememberToken, session } from './session.ts';
import { forget, keep, onKeptElsewhere, recall } from './storage.ts';

const DAY = 86_400_000;
/** A token that somebody has copied is worth nothing after this long. */
const RENEW_AFTER = 30 * DAY;
/** The page does not wait longer for a token that could be newer. */
const PATIENCE = 4_000;
const NEXT = 'token.next';
const SINCE = 'token.since';

const adopt = (token: string, name: string): void => {
  rememberToken(token);
  rememberName(name);
  keep(SINCE, String(Date.now()));
  forget(NEXT);
};
const isUnknown = (error: unknown): boolean => error instanceof ApiError && error.code === 'server/unknown-person';

/**
 * Becomes whoever a token stands for, with a token of this browser's own in its place. The new one is kept before it is
 * sent: where the answer is lost, the next start of the page finds out which of the two is good.
 */
export const exchangeFor = async (token: string): Promise<void> => {
  const next = newSecret();
  keep(NEXT, next);
  try {
    adopt(next, (await me.exchange(token, next)).name);
  } catch (error) {
    if (isUnknown(error)) forget(NEXT);
    throw error;
  }
};

/** Whether an exchange whose answer was lost had come to pass after all. */
const settle = async (next: string): Promise<void> => {
  try {
    adopt(next, (await me.show(next)).name);
  } catch (error) {
    if (isUnknown(error)) forget(NEXT);
  }
};

const renew = async (): Promise<void> => {
  const next = recall(NEXT);
  if (next !== null) return settle(next);
  const { token } = session.get();
  const since = Number(recall(SINCE) ?? 0);
  if (token === null) return;
  if (since === 0) return keep(SINCE, String(Date.now()));
  if (Date.now() - since > RENEW_AFTER) await exchangeFor(token).catch(() => undefined);
};

let ready: Promise<void> = Promise.resolve();
/** With the start of the page: an old token is replaced, in the background. */
export const keepSessionFresh = (): void => {
  onKeptElsewhere('token', () => session.set({ token: recall('token') }));
  ready = Promise.race([renew(), new Promise<void>((late) => setTimeout(late, PATIENCE))]);
};
/** Resolves when this browser's token will not change for now. */
export const sessionReady = (): Promise<void> => ready;

const nextKey = (classId: string): string => `console.next.${classId}`;

/** Another key for the console. Where an answer was lost, asking again finds out which of the two is good. */
export const renewConsole = async (classId: string): Promise<void> => {
  const kept = recall(nextKey(classId));
  const next = kept ?? newSecret();
  keep(nextKey(classId), next);
  try {
    await me.renewKey(classId, next);
  } catch (error) {
    const isOther = error instanceof ApiError && error.code === 'server/not-allowed';
    if (!isOther || kept === null) throw error;
    await me.renewKey(classId, next, next);
  }
  rememberConsole(classId, next);
  forget(nextKey(classId));
};
/** Whether a change of key whose answer was lost had come to pass after all; true: the console has another now. */
export const settleConsole = async (classId: string): Promise<boolean> => {
  if (recall(nextKey(classId)) === null) return false;
  return renewConsole(classId).then(
    () => true,
    () => false,
  );
};
