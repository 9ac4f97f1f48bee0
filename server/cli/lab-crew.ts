import { Worker } from 'node:worker_threads';
import type { Job } from '../../shared/analysis/lab/experiments.ts';
import type { MatchFacts } from '../../shared/analysis/lab/facts.ts';
import type { LabAnswer, LabTask, LabWorkerData } from './lab-worker.ts';

/** Plays all jobs on so many threads; the answers stand beside the jobs, whoever played them. */
export const playAll = async (
  bench: LabWorkerData,
  jobs: readonly Job[],
  threads: number,
  onPlayed: (done: number) => void,
): Promise<readonly MatchFacts[]> => {
  const played: MatchFacts[] = new Array(jobs.length);
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), {
        workerData: bench,
      });
      const give = (): void => {
        const job = jobs[next];
        if (job === undefined) {
          resolve();
          void worker.terminate();
          return;
        }
        const task: LabTask = { place: next, job };
        next += 1;
        worker.postMessage(task);
      };
      worker.on('message', ({ place, facts }: LabAnswer) => {
        played[place] = facts;
        done += 1;
        onPlayed(done);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: threads }, work));
  return played;
};
