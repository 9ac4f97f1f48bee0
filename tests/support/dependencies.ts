/** What a lockfile says of one package. */
export type LockedPackage = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};
export type Manifest = { readonly [list: string]: unknown };
export type Lockfile = { readonly packages: { readonly [path: string]: LockedPackage } };

const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const;
/** One version and no other: no range, no tag, no address. Another package in the place of one is named with its version too. */
const EXACT = /^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const DIGEST = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** What may be handed on with the game; what only builds or tests it may also be under MPL. */
const LICENCES: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Apache-2', 'OFL-1.1', 'Unlicense'],
  ...['CC0-1.0', 'BlueOak-1.0.0'],
]);
const LICENCES_OF_TOOLS: ReadonlySet<string> = new Set([...LICENCES, 'MPL-2.0', 'MIT OR Apache-2.0']);

/** Versions that are not pinned. */
export const loosePins = (manifest: Manifest): readonly string[] =>
  LISTS.flatMap((list) =>
    Object.entries((manifest[list] ?? {}) as { readonly [name: string]: string })
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${list}: ${name} is ${version}`),
  );

const faultsOf = (path: string, one: LockedPackage): readonly string[] => {
  const name = path.replace(/^.*node_modules\//, '');
  const allowed = one.dev === true ? LICENCES_OF_TOOLS : LICENCES;
  return [
    ...(DIGEST.test(one.integrity ?? '') ? [] : [`${name}: its content is not sealed`]),
    ...(one.resolved === undefined ? [] : [`${name}: a registry is named`]),
    ...(one.hasInstallScript === true ? [`${name}: runs a program when it is installed`] : []),
    ...(allowed.has(one.license ?? '') ? [] : [`${name}: licence ${one.license ?? 'unknown'}`]),
  ];
};

/** What is wrong with packages, as far as the lockfile tells. */
export const packageFaults = ({ packages }: Lockfile): readonly string[] =>
  Object.entries(packages).flatMap(([path, one]) => (path === '' ? [] : faultsOf(path, one)));
