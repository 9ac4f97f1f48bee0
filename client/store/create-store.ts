import { useSyncExternalStore } from 'react';

export type Store<T extends object> = {
  readonly get: () => T;
  readonly set: (change: Partial<T> | ((now: T) => Partial<T>)) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export const createStore = <T extends object>(initial: T): Store<T> => {
  let now = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (change) => {
      const part = typeof change === 'function' ? change(now) : change;
      now = { ...now, ...part };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** `select` must return the same value for the same state: a field, not a fresh object. */
export const useStore = <T extends object, S>(store: Store<T>, select: (state: T) => S): S =>
  useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
