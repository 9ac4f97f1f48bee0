import { fileURLToPath } from 'node:url';
import type { Start } from '../../server/support/child-server.ts';
import type { Break } from './breaking.ts';
import { Serving } from './serving.ts';

/** The real server with one fault in it; the change is made as that file is loaded. */
export const brokenServer = (change: Break, { node = [], env = {} }: Start = {}): Promise<Serving> =>
  Serving.prepare({
    node: ['--import', fileURLToPath(new URL('./breaking.ts', import.meta.url)), ...node],
    env: { ...env, BREAK: JSON.stringify(change) },
  });
