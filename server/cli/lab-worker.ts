import { parentPort, workerData } from 'node:worker_threads';
import { type Job, playJob } from '../../shared/analysis/lab/experiments.ts';
import type { MatchFacts } from '../../shared/analysis/lab/facts.ts';
import type { Length } from '../../shared/model/state.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';

/** Told once: a bench by names, which is all that crosses. */
export type LabWorkerData = { readonly scenario: string; readonly seed: number; readonly length: Length };
export type LabTask = { readonly place: number; readonly job: Job };
export type LabAnswer = { readonly place: number; readonly facts: MatchFacts };

const { scenario: id, seed, length } = workerData as LabWorkerData;
const scenario = scenarioById(id);
if (scenario === null) throw new Error(`no scenario is called ${id}`);

parentPort?.on('message', ({ place, job }: LabTask) => {
  const answer: LabAnswer = { place, facts: playJob({ scenario, seed, length }, job) };
  parentPort?.postMessage(answer);
});
