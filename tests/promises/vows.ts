import { bounded } from './bounded.ts';
import { clocks } from './clocks.ts';
import { deploy } from './deploy.ts';
import { determinism } from './determinism.ts';
import { divergence } from './divergence.ts';
import { durability } from './durability.ts';
import { exactlyOnce } from './exactly-once.ts';
import { hostile } from './hostile.ts';
import { latency } from './latency.ts';
import type { Vow } from './promise.ts';
import { recovery } from './recovery.ts';
import { secrecy } from './secrecy.ts';
import { storage } from './storage.ts';

/** Every promise that can be put to the test; one that is missing counts as broken. */
export const vows: readonly Vow[] = [
  durability, // 1
  exactlyOnce, // 2
  recovery, // 3
  divergence, // 4
  determinism, // 5
  secrecy, // 6
  hostile, // 7
  latency, // 8
  deploy, // 9
  clocks, // 10
  bounded, // 11
  storage, // 12
];

export const NUMBERS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
