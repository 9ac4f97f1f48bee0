import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredMatch } from '../../../server/store/match-store.ts';
import { matchFrom } from '../../../server/store/rows.ts';
import { type LogRow, logReader } from '../../../server/store/sqlite-log.ts';

export type { LogRow };
export type StoreFile = {
  readonly matches: () => readonly StoredMatch[];
  /** Of one match from a place on, or of all; in the order of each log. */
  readonly rows: (match?: string, after?: number) => readonly LogRow[];
  readonly close: () => void;
};

/** The server's file as anybody may read it, also while the server writes. */
export const openStoreFile = (dataDir: string): StoreFile => {
  const db = new DatabaseSync(join(dataDir, 'multivector.db'), { readOnly: true });
  const log = logReader(db);
  const matches = db.prepare('SELECT * FROM matches ORDER BY created, id');
  return {
    matches: () => matches.all().map(matchFrom),
    rows: (match, after) =>
      match === undefined ? log.all() : log.of(match, after).map((line) => ({ ...line, match })),
    close: () => db.close(),
  };
};

/** Every line of a server's file. */
export const allLinesIn = (dataDir: string): readonly LogRow[] => {
  const file = openStoreFile(dataDir);
  try {
    return file.rows();
  } finally {
    file.close();
  }
};
