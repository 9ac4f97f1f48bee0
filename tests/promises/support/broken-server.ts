import { fileURLToPath } from 'node:url';
import type { Break } from './breaking.ts';
import { Serving } from './serving.ts';

/** The real server with one fault in it; `change` is read as that file is loaded. */
export const brokenServer = (change: Break): Promise<Serving> =>
  Serving.prepare({
    node: ['--import', fileURLToPath(new URL('./breaking.ts', import.meta.url))],
    env: { BREAK: JSON.stringify(change) },
  });
