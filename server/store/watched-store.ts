import { type MatchStore, StoreFault } from './match-store.ts';

export type StoreWatcher = {
  /** An append has been answered after so many ms. */
  readonly appended?: (ms: number) => void;
  readonly failed?: (kind: StoreFault['kind']) => void;
};
export type WatchedStore = {
  /** The same store; every call of it is seen. */
  readonly store: MatchStore;
  /** Whether it stores at this moment: found out by storing something, at most once a second. */
  readonly isSound: () => Promise<boolean>;
};

/** What was found out holds for so many ms, and is found out within so many. */
const FRESH = 1_000;
const PATIENCE = 3_000;
/** More than a few messages take. */
const ROOM = ' '.repeat(16_384);

const within = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([
      work.then(
        () => true,
        () => false,
      ),
      tooLong,
    ]);
  } finally {
    clearTimeout(timer);
  }
};

/** A full file still takes what fits into the room of what it replaces: so it is asked for some, and given it back. */
const probe = async (port: MatchStore): Promise<void> => {
  await port.putFact('probe', ROOM);
  await port.putFact('probe', '');
};

/** Looks on at a store without standing in its way. */
export const watchStore = (port: MatchStore, watcher: StoreWatcher): WatchedStore => {
  const seen =
    (name: string, call: (...args: readonly unknown[]) => Promise<unknown>) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const since = performance.now();
      try {
        const value = await call(...args);
        if (name === 'append') watcher.appended?.(performance.now() - since);
        return value;
      } catch (error) {
        if (error instanceof StoreFault) watcher.failed?.(error.kind);
        throw error;
      }
    };
  const store = Object.fromEntries(
    Object.entries(port).map(([name, call]) => [name, name === 'close' ? call : seen(name, call as never)]),
  ) as unknown as MatchStore;
  let asked = Number.NEGATIVE_INFINITY;
  let finding = Promise.resolve(true);
  const isSound = (): Promise<boolean> => {
    const since = performance.now();
    if (since - asked < FRESH) return finding;
    asked = since;
    finding = within(PATIENCE, probe(port));
    return finding;
  };
  return { store, isSound };
};
