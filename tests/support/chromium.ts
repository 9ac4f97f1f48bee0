import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { type PackagedChromium, packagedChromium } from './packaged-chromium.ts';

/** Where distributions put a Chromium, best first; `CHROMIUM_PATH` goes before them all. */
const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const NO_CHROMIUM =
  'The browser tests need a Chromium and found none: install the package "chromium" or set CHROMIUM_PATH to one.';

/** WebGL 2 is drawn in software, so a test sees the same map on every machine. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export type LaunchOptions = {
  /** Names the browser shall resolve beside localhost: `{ 'classroom.test': '127.0.0.1' }`. No other host can be reached. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

/** The address a `MAP` rule gives is resolved by the same rules, so the loopback addresses are always let through. */
const resolverRules = (hosts: Readonly<Record<string, string>>): string =>
  [
    ...Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ].join(', ');

const mayRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export const findChromium = async (): Promise<PackagedChromium> => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) {
    if (!mayRun(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
    return { executablePath: named, env: {} };
  }
  const installed = SYSTEM_PATHS.find(mayRun);
  const found = installed === undefined ? await packagedChromium() : { executablePath: installed, env: {} };
  if (found === undefined) throw new Error(NO_CHROMIUM);
  return found;
};

export const launchChromium = async (options: LaunchOptions = {}): Promise<Browser> => {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    headless: true,
    args: [...FLAGS, `--host-resolver-rules=${resolverRules(options.hosts ?? {})}`, ...(options.args ?? [])],
  });
};
