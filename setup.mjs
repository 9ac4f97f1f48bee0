/**
 * Makes a checkout ready to run, on any Node 20 or newer and with nothing installed:
 *   node setup.mjs [FILE …]             packages, the right Node, the built page; then runs FILE under that Node
 *   node setup.mjs --install [FILE …]   the same without the page
 * What is in place already is left alone. Plain JavaScript with no packages, because it runs before there are any.
 * FILE is run from here, not after `&&`: a shell that has looked `node` up once does not see the one just installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_WANTED = 24;
const isWindows = process.platform === 'win32';
const here = fileURLToPath(new URL('.', import.meta.url));
const at = (...parts) => join(here, ...parts);

class Unready extends Error {}

/** All of it is told on stderr: stdout belongs to FILE. */
const say = (line) => console.error(line);

const run = (program, args, options = {}) => {
  const { status, error } = spawnSync(program, args, { cwd: here, stdio: ['inherit', 2, 2], ...options });
  if (error) throw new Unready(`${program} could not be started: ${error.message}`);
  return status === 0;
};

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** npm keeps a list of what it has put in place: it must agree with the lock, but for what is made for other machines. */
const isInstalled = () => {
  const listed = at('node_modules', '.package-lock.json');
  if (!existsSync(listed)) return false;
  const present = packagesOf(listed);
  return Object.entries(packagesOf(at('package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
};

const install = () => {
  say('Installing packages (a minute or so, once) …');
  const args = ['ci', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: isWindows });
  if (!done) throw new Unready('npm ci failed; what it said is above.');
};

const majorOf = (version) => Number(/^v?(\d+)/.exec(version)?.[1]);

/** The Node among the packages, where there is one for this machine. */
const lockedNode = () => {
  const folder = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  const node = at('node_modules', folder, 'bin', isWindows ? 'node.exe' : 'node');
  return existsSync(node) ? node : undefined;
};

/** npm scripts look into .bin first, but npm 10 forgets to link a Node there. */
const linkNode = (node) => {
  const link = at('node_modules', '.bin', isWindows ? 'node.cmd' : 'node');
  if (existsSync(link)) return;
  if (isWindows) writeFileSync(link, `@"${node}" %*\r\n`);
  else symlinkSync(relative(at('node_modules', '.bin'), node), link);
};

const findNode = () => {
  const locked = lockedNode();
  if (locked !== undefined) linkNode(locked);
  const node = locked ?? process.execPath;
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (majorOf(version) >= NODE_WANTED) return node;
  throw new Unready(
    `Multivector runs on Node ${NODE_WANTED} or newer; this machine has ${process.version}, and the packages hold no ` +
      `Node for ${process.platform} on ${process.arch}. Install Node ${NODE_WANTED} and run the command again.`,
  );
};

const filesUnder = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(inner) : [inner];
  });

/** One digest of everything the page is built from. */
const digestOfSources = () => {
  const hash = createHash('sha256');
  const sources = [
    ...filesUnder(at('client')),
    ...filesUnder(at('shared')),
    at('vite.config.ts'),
    at('package-lock.json'),
  ];
  for (const file of sources.sort())
    hash.update(file.slice(here.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const buildPage = (node) => {
  const stamp = at('dist', 'client', '.stamp');
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('Building the page …');
  if (!run(node, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])) {
    throw new Unready('The page could not be built; what Vite said is above.');
  }
  writeFileSync(stamp, digest);
};

/** Hands over to FILE: its output, its exit code, and the signals meant for it. */
const launch = (node, args) => {
  const path = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, args, { cwd: here, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // A terminal sends Ctrl-C to both of us already.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // npm, told to stop, stops its shell, and the shell tells nobody.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000);
  if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
  child.on('exit', (code) => {
    clearInterval(watch);
    process.exitCode = code ?? 1;
  });
};

const makeReady = (withPage) => {
  if (!isInstalled()) install();
  const node = findNode();
  if (withPage) buildPage(node);
  return node;
};

try {
  const [first, ...rest] = process.argv.slice(2);
  const installOnly = first === '--install';
  const command = installOnly ? rest : process.argv.slice(2);
  const node = makeReady(!installOnly);
  if (command.length > 0) launch(node, command);
} catch (problem) {
  if (!(problem instanceof Unready)) throw problem;
  say(`\n${problem.message}`);
  process.exitCode = 1;
}
