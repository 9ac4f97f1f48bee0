import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredInput, StoredMatch } from '../../../server/store/match-store.ts';
import { inputFrom, matchFrom, text } from '../../../server/store/rows.ts';

export type LogRow = StoredInput & { readonly match: string };
export type StoreFile = {
  readonly matches: () => readonly StoredMatch[];
  /** Of one match from a place on, or of all; in the order of each log. */
  readonly rows: (match?: string, after?: number) => readonly LogRow[];
  readonly close: () => void;
};

/** The server's file as anybody may read it, also while the server writes. */
export const openStoreFile = (dataDir: string): StoreFile => {
  const db = new DatabaseSync(join(dataDir, 'multivector.db'), { readOnly: true });
  const all = db.prepare('SELECT * FROM inputs ORDER BY match, seq');
  const some = db.prepare('SELECT * FROM inputs WHERE match = ? AND seq > ? ORDER BY seq');
  const matches = db.prepare('SELECT * FROM matches ORDER BY created, id');
  return {
    matches: () => matches.all().map(matchFrom),
    rows: (match, after = 0) =>
      (match === undefined ? all.all() : some.all(match, after)).map((row) => ({
        ...inputFrom(row),
        match: text(row.match),
      })),
    close: () => db.close(),
  };
};
