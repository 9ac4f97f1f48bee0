import { build } from 'vite';

/** One file of ours and all it imports as a script that a page can run; what it exports is found under `name`. */
export const builtScript = async (entry: string, name: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) if ('output' in output) return output.output[0].code;
  throw new Error(`nothing was built of ${entry}`);
};
