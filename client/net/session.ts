import { createStore } from '../store/create-store.ts';
import { newSecret } from './ids.ts';
import { forget, forgetAll, keep, recall } from './storage.ts';

/** Who this browser is: a token that owns seats, and the name it last used. No account stands behind it. */
export const session = createStore<{ readonly token: string | null; readonly name: string }>({
  token: recall('token'),
  name: recall('name') ?? '',
});

export const rememberToken = (token: string): void => {
  if (token === '' || token === session.get().token) return;
  keep('token', token);
  session.set({ token });
};

/** A class is run by whoever holds its own token; the same browser may also be a person at a table. */
export const rememberConsole = (classId: string, token: string): void => keep(`console.${classId}`, token);
export const forgetConsole = (classId: string): void => forget(`console.${classId}`);
export const consoleToken = (classId: string): string | null => recall(`console.${classId}`);

/** Drawn at random and kept here alone: an open table tells by it that two seats are asked for from one browser. */
export const browserMark = (): string => {
  const known = recall('mark');
  if (known !== null) return known;
  const drawn = newSecret();
  keep('mark', drawn);
  return drawn;
};

export const rememberName = (name: string): void => {
  const trimmed = name.trim();
  if (trimmed === session.get().name) return;
  keep('name', trimmed);
  session.set({ name: trimmed });
};

/** For whoever comes to a browser that others have used: nothing of them stays here. */
export const leaveBrowser = (): void => {
  forgetAll();
  session.set({ token: null, name: '' });
};
