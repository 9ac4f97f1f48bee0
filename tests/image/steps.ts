/**
 * Does what the Dockerfile says as plain commands: each stage in a folder of its own in place of the root of an image.
 * Then starts the server as the image would, waits until it is healthy, asks it for the page, and stops it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/support/child-server.ts';
import { dockerfileText, ignoredText, type Step, stagesOf, wordsOf } from './dockerfile.ts';

const MINUTES = 6;
const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mv-image-'));
let running: ChildProcess | null = null;

const end = (code: number, why: string): never => {
  console.log(why);
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
setTimeout(() => end(1, `stopped after ${MINUTES} minutes`), MINUTES * 60_000).unref();

type Env = { readonly [name: string]: string };
type Place = { readonly root: string; workdir: string; env: Env };

/** Nothing of this machine but what finds and reaches the packages; the Node that runs this stands for the image's. */
const own: Env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter) }).filter(
    (pair): pair is [string, string] =>
      /^(PATH|HOME|TMPDIR|npm_config_|https?_proxy$|no_proxy$|NODE_EXTRA_CA)/i.test(pair[0]),
  ),
);

/** An absolute path of the image, and its user, as they are here. */
const here = (place: Place, text: string): string => {
  const { uid, gid } = userInfo();
  return text
    .replaceAll(/(^|[\s=])\/(\w[\w/.-]*)/g, (_all, before: string, path: string) => before + join(place.root, path))
    .replace('-o node -g node', `-o ${uid} -g ${gid}`);
};

const run = (place: Place, program: string, args: readonly string[], env: Env = {}): Promise<number | null> =>
  new Promise((done) => {
    const child = spawn(program, args, {
      cwd: place.workdir,
      env: { ...own, ...place.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running = child;
    child.once('exit', (code) => done(code));
  });

const context = (): string => {
  const into = join(folder, 'context');
  const kept = ignoredText().split('\n');
  for (const line of kept)
    if (line.startsWith('!')) cpSync(join(repository, line.slice(1)), join(into, line.slice(1)), { recursive: true });
  return into;
};

const copy = (place: Place, step: Step, from: string, others: ReadonlyMap<string, Place>): void => {
  const stage = /--from=(\S+)/.exec(step.text)?.[1];
  const base = stage === undefined ? from : (others.get(stage)?.root ?? '');
  const paths = step.args.filter((argument) => !argument.startsWith('--'));
  const target = resolve(place.workdir, paths.at(-1) ?? '.');
  for (const path of paths.slice(0, -1)) {
    const source = join(base, path);
    if (!existsSync(source)) end(1, `${step.text}: ${path} is not there`);
    const isInto = paths.length > 2 || (paths.at(-1) ?? '').endsWith('/');
    cpSync(source, isInto ? join(target, path) : target, { recursive: true, verbatimSymlinks: true });
  }
};

const envOf = (place: Place, { text }: Step): Env =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name ?? '', here(place, value ?? '')]),
  );

const take = async (place: Place, step: Step, from: string, others: ReadonlyMap<string, Place>): Promise<void> => {
  const { keyword, text } = step;
  if (keyword === 'WORKDIR') {
    place.workdir = join(place.root, text);
    mkdirSync(place.workdir, { recursive: true });
  } else if (keyword === 'ENV') place.env = { ...place.env, ...envOf(place, step) };
  else if (keyword === 'COPY') copy(place, step, from, others);
  else if (keyword === 'RUN') {
    console.log(`RUN ${text}`);
    if ((await run(place, 'sh', ['-ec', here(place, text)])) !== 0) end(1, `failed: RUN ${text}`);
  }
};

const commandOf = (steps: readonly Step[], keyword: 'CMD' | 'HEALTHCHECK'): readonly string[] => {
  const text = steps.findLast((step) => step.keyword === keyword)?.text ?? '';
  return wordsOf(text.slice(text.indexOf('['))) ?? [];
};

const serve = async (place: Place, steps: readonly Step[]): Promise<void> => {
  const port = String(await freePort());
  const env = { PORT: port, HOST: '127.0.0.1' };
  const [program = '', ...args] = commandOf(steps, 'CMD');
  const server = spawn(program, args, { cwd: place.workdir, env: { ...own, ...place.env, ...env }, stdio: 'inherit' });
  const exit = new Promise<number | null>((done) => server.once('exit', done));
  const [check = '', ...checkArgs] = commandOf(steps, 'HEALTHCHECK');
  for (let tries = 0; (await run(place, check, checkArgs, env)) !== 0; tries += 1) {
    if (tries > 20 || server.exitCode !== null) end(1, 'the server does not become healthy');
  }
  running = server;
  const answers = await Promise.all(['/', '/api/ready'].map((path) => fetch(`http://127.0.0.1:${port}${path}`)));
  if (!answers.every((answer) => answer.ok)) end(1, 'the server does not answer');
  if (!(await answers[0]?.text())?.includes('<script type="module"')) end(1, 'the page is not there');
  if (!existsSync(join(place.env.DATA_DIR ?? '', 'multivector.db'))) end(1, 'the data is not where it should be');
  server.kill('SIGTERM');
  if ((await exit) !== 0) end(1, 'the server did not stop in order');
};

const from = context();
const places = new Map<string, Place>();
const stages = stagesOf(dockerfileText());
for (const { name, steps } of stages) {
  const root = join(folder, `stage-${name}`);
  mkdirSync(root);
  const place: Place = { root, workdir: root, env: {} };
  places.set(name, place);
  for (const step of steps) await take(place, step, from, places);
}
const [final] = [...places.values()].slice(-1);
if (final !== undefined) await serve(final, stages.at(-1)?.steps ?? []);
end(0, 'the steps of the Dockerfile give a server that is healthy');
