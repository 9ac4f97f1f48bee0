import { type Extent, type Figure, isKept, type Vow } from './promise.ts';
import { NUMBERS } from './vows.ts';

export type Row = {
  readonly number: number;
  readonly name: string;
  readonly promise: string;
  readonly figures: readonly Figure[];
  readonly ok: boolean;
  readonly seconds: number;
  /** Why it could not be put to the test. */ readonly failure?: string;
};
export type Report = { readonly extent: Extent; readonly promises: readonly Row[]; readonly ok: boolean };

/** Puts one promise to the test; a test that cannot be run is a promise not kept. */
export const put = async (vow: Vow, extent: Extent, tell: (line: string) => void): Promise<Row> => {
  const since = performance.now();
  const { number, name, promise } = vow;
  const seconds = (): number => Math.round((performance.now() - since) / 100) / 10;
  try {
    const figures = await vow.keep(extent, tell);
    return { number, name, promise, figures, ok: figures.length > 0 && figures.every(isKept), seconds: seconds() };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { number, name, promise, figures: [], ok: false, seconds: seconds(), failure };
  }
};

/** Asked for: these numbers, or every one. What has no test of its own is missing, and that is not ok. */
export const reportOf = (extent: Extent, rows: readonly Row[], asked: readonly number[] | null): Report => {
  const missing = (asked ?? NUMBERS).filter((number) => !rows.some((row) => row.number === number));
  const promises = [
    ...rows,
    ...missing.map((number) => ({ number, name: 'missing', promise: '', figures: [], ok: false, seconds: 0 })),
  ].sort((a, b) => a.number - b.number);
  return { extent, promises, ok: promises.length > 0 && promises.every(({ ok }) => ok) };
};

const limitOf = ({ atMost, atLeast }: Figure): string =>
  [atMost === undefined ? '' : ` ≤ ${atMost}`, atLeast === undefined ? '' : ` ≥ ${atLeast}`].join('');
/** As much as a reader needs; a program gets all of it. */
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));
const told = (figure: Figure): string => {
  const { name, value, unit } = figure;
  return `${name === unit ? '' : `${name}: `}${rounded(value)} ${unit}${limitOf(figure)}`;
};

export const linesOf = (row: Row): readonly string[] => [
  `${row.ok ? 'kept  ' : 'BROKEN'} ${String(row.number).padStart(2)} ${row.name} (${row.seconds} s)`,
  ...row.figures.map((figure) => `         ${isKept(figure) ? ' ' : '✗'} ${told(figure)}`),
  ...(row.failure === undefined ? [] : [`         ✗ ${row.failure}`]),
];

/** The table of docs/promises.md, with the command that it came from. */
export const markdownOf = ({ extent, promises }: Report, on: string): string =>
  [
    `Measured on ${on} with \`npm run promises --${extent === 'long' ? ' --long' : ''} --markdown\`; a limit stands behind its figure.`,
    '',
    '| | promise | figures | |',
    '| --- | --- | --- | --- |',
    ...promises.map(
      ({ number, name, promise, figures, ok }) =>
        `| ${number} | **${name}** ${promise} | ${figures.map(told).join(' · ')} | ${ok ? 'kept' : '**broken**'} |`,
    ),
  ].join('\n');
