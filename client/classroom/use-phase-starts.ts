import { useRef } from 'react';
import type { ConsoleTable } from '../../shared/protocol/http.ts';

/** When this console first saw each table in its present phase, by the server's clock: silence counts from there. */
export const usePhaseStarts = (tables: readonly ConsoleTable[], now: number): ReadonlyMap<string, number> => {
  const seen = useRef(new Map<string, { readonly phase: string; readonly at: number }>());
  for (const { match, phase, turn } of tables) {
    const name = `${phase} ${turn}`;
    if (seen.current.get(match)?.phase !== name) seen.current.set(match, { phase: name, at: now });
  }
  return new Map([...seen.current].map(([match, { at }]) => [match, at]));
};
