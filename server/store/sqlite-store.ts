import type { MatchStore } from './match-store.ts';
import { WriterLink } from './writer-link.ts';

export type SqliteOptions = {
  readonly file: string;
  /** An upper limit to the file, in pages of 4 KB; beyond it every write is refused as on a full disk. */
  readonly maxPages?: number;
};

/** The port, every call of which goes one way. */
export const portTo = (
  names: readonly string[],
  ask: (name: string, args: readonly unknown[]) => Promise<unknown>,
): MatchStore =>
  Object.fromEntries(
    [...names, 'backUp', 'close'].map((name) => [name, (...args: readonly unknown[]) => ask(name, args)]),
  ) as unknown as MatchStore;

/** Opens the file, brings it to this version and starts its writer; rejects in plain words when it cannot. */
export const openSqliteStore = async (options: SqliteOptions): Promise<MatchStore> => {
  const link = new WriterLink({ file: options.file, maxPages: options.maxPages ?? null });
  return portTo(await link.open(), (name, args) => (name === 'close' ? link.close() : link.ask(name, args)));
};
