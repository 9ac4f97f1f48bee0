import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

export type PackagedChromium = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

/** The machine's own fonts and those of the package: a bare container has none of its own. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the temporary folder and believes whatever it finds there, so it is given an empty one. */
const unpackInto = async (folder: string): Promise<void> => {
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = true;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

/**
 * The Chromium inside the npm package `@sparticuz/chromium` (Linux on x64 only), unpacked once per version. The folder
 * gets its name when it is whole: an interrupted or a second run never meets half a browser.
 */
export const packagedChromium = async (): Promise<PackagedChromium | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const unfinished = await mkdtemp(join(cache, 'chromium-unfinished-'));
    await unpackInto(unfinished);
    await writeFile(join(unfinished, 'fonts.conf'), fontsConfig(folder));
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  return { executablePath: join(folder, 'chromium'), env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') } };
};
