import { useSyncExternalStore } from 'react';

const follow = (
  query: string,
): { readonly subscribe: (listener: () => void) => () => void; readonly read: () => boolean } => {
  const media = (): MediaQueryList => window.matchMedia(query);
  return {
    subscribe: (listener) => {
      const list = media();
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    read: () => media().matches,
  };
};

const narrow = follow('(max-width: 47.99rem)');
const still = follow('(prefers-reduced-motion: reduce)');

/** One panel at a time: a phone, or large letters on a small window. */
export const useNarrow = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.read);
export const useMotion = (): boolean => !useSyncExternalStore(still.subscribe, still.read);
