import type { Fleet } from './fleet.ts';
import type { Serving } from './serving.ts';
import { type LogRow, openStoreFile } from './store-file.ts';

/** Ends a run: waits until nothing is on its way, stops the server in order, and reads what its store holds. */
export const wholeLog = async (
  serving: Serving,
  fleet: Fleet,
  patience: number,
): Promise<{ readonly settled: boolean; readonly rows: readonly LogRow[] }> => {
  const settled = await fleet.rest(patience);
  fleet.close();
  await serving.stop('SIGTERM');
  const file = openStoreFile(serving.dataDir);
  const rows = file.rows();
  file.close();
  return { settled, rows };
};
