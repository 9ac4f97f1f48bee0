/**
 * Run before the server with `--import`: gives one of its files another text, so that a test can show that a
 * server with this very fault in it is found out. BREAK is a JSON `{ file, find, put }`.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

export type Break = { readonly file: string; readonly find: string; readonly put: string };

const { BREAK } = process.env;
if (BREAK !== undefined) {
  const { file, find, put } = JSON.parse(BREAK) as Break;
  const target = new URL(`../../../${file}`, import.meta.url).href;
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (url !== target) return loaded;
      const source = String(loaded.source);
      if (source.split(find).length !== 2) {
        process.stderr.write(`${fileURLToPath(target)} no longer holds once: ${find}\n`);
        process.exit(1);
      }
      return { ...loaded, source: source.replace(find, () => put) };
    },
  });
}
