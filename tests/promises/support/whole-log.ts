import type { Fleet } from './fleet.ts';
import type { Serving } from './serving.ts';
import { allLinesIn, type LogRow } from './store-file.ts';

/** Ends a run: waits until nothing is on its way, stops the server in order, and reads what its store holds. */
export const wholeLog = async (
  serving: Serving,
  fleet: Fleet,
  patience: number,
): Promise<{ readonly settled: boolean; readonly rows: readonly LogRow[] }> => {
  const settled = await fleet.rest(patience);
  fleet.close();
  await serving.stop('SIGTERM');
  return { settled, rows: allLinesIn(serving.dataDir) };
};
