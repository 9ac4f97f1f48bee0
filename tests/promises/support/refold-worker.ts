import { parentPort, workerData } from 'node:worker_threads';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { refoldShard, type Shard } from './refold.ts';

parentPort?.postMessage(refoldShard(charter2025, workerData as Shard));
