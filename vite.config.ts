import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('.', import.meta.url));
const serverPort = process.env.PORT ?? '2567';
const server = `http://localhost:${serverPort}`;

/**
 * Phaser 4.2.1 picks a texture by comparing an interpolated number with `==`, so rotated quads lose
 * bands (phaserjs/phaser#7372). Compare by nearest whole number until a release does.
 */
const SHADER_MENDS = [
  ['outTexDatum == 0.0', 'outTexDatum < 0.5'],
  ['(outTexDatum == float(INDEX))', '(abs(outTexDatum - float(INDEX)) < 0.5)'],
  ['float texId = outTexDatum;', 'float texId = floor(outTexDatum + 0.5);'],
] as const;

const mendPhaserShaders = (): Plugin => ({
  name: 'mend-phaser-shaders',
  transform: {
    filter: { id: /[\\/]phaser[\\/]dist[\\/]phaser\.esm/ },
    handler(code) {
      let mended = code;
      for (const [broken, whole] of SHADER_MENDS) {
        if (!mended.includes(broken)) this.warn(`Phaser no longer contains "${broken}": is this mend still needed?`);
        mended = mended.replaceAll(broken, whole);
      }
      return { code: mended, map: null };
    },
  },
});

/** `npm run dev`: the game server beside the page, started anew whenever one of its files changes. */
const gameServer = (): Plugin => ({
  name: 'game-server',
  apply: (_config, { command, mode, isPreview }) => command === 'serve' && mode === 'development' && !isPreview,
  configureServer({ httpServer, watcher }) {
    let child: ChildProcess | undefined;
    const start = (): void => {
      child = spawn(process.execPath, ['server/main.ts'], {
        cwd: repository,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, PORT: serverPort },
      });
    };
    // `node --watch` would do, but for the messages it slips in among those of worker threads.
    const watched = ['server', 'shared'].map((folder) => join(repository, folder));
    const restart = (path: string): void => {
      if (!watched.some((folder) => path.startsWith(folder))) return;
      if (child === undefined || child.exitCode !== null) start();
      else if (!child.killed) child.once('exit', start).kill();
    };
    const stop = (): void => {
      child?.off('exit', start).kill();
    };
    watcher.add(watched).on('change', restart);
    httpServer?.once('close', stop);
    process.once('exit', stop);
    start();
  },
});

/** Reads one file with a small change in it: see tests/conformance/mutate.ts, which says which. */
const mutant = (): Plugin => {
  const change = process.env.MUTANT ?? '';
  const { path, start, end, text } = change === '' ? { path: '', start: 0, end: 0, text: '' } : JSON.parse(change);
  return {
    name: 'mutant',
    enforce: 'pre',
    // What was transformed is kept between runs by the file's own text, which says nothing of a mutant.
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (path !== '' && id === join(repository, path) ? false : undefined)),
    load: (id) => {
      if (path === '' || id !== join(repository, path)) return null;
      const source = readFileSync(id, 'utf8');
      return { code: source.slice(0, start) + text + source.slice(end), map: null };
    },
  };
};

/** Tests live at the top, the page in client/: Vitest (mode `test`) and Vite start from different folders. */
export default defineConfig(({ mode }) => ({
  root: mode === 'test' ? repository : fileURLToPath(new URL('client', import.meta.url)),
  base: './',
  plugins: [react(), mendPhaserShaders(), gameServer(), mutant()],
  build: {
    outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'phaser', test: /[\\/]node_modules[\\/]phaser[\\/]/ }] } },
    },
  },
  // A dependency handled as it is skips the pre-bundling that would hide Phaser from the mend above.
  optimizeDeps: { exclude: ['phaser'] },
  server: {
    proxy: {
      '/api': server,
      '/matchmake': server,
      // Colyseus opens its socket at /PROCESS/ROOM?sessionId=…
      '^/[\\w-]+/[\\w-]+\\?.*sessionId=': { target: server, ws: true },
    },
  },
  test: {
    allowOnly: false,
    // What comes after something else is waited for, and not only for the second that a quiet machine needs.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    coverage: {
      provider: 'v8',
      include: ['shared/rules/**'],
      reporter: ['text', 'json'],
      skipFull: true,
      thresholds: { branches: 95 },
      reportOnFailure: true,
      // What stands behind ?? is there for the compiler, which cannot know that a look-up succeeds.
      ignoreNode: (node, type) => type === 'branch' && node.type === 'LogicalExpression' && node.operator === '??',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/server/**', 'tests/promises/**', 'tests/e2e/**'],
          // A busy machine is no fault of what is tested.
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts', 'tests/promises/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
}));
