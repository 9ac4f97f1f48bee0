import type { LabReport } from './report.ts';
import type { Row } from './results.ts';

type Line = readonly string[];

const ROW_TITLES: Line = ['', 'target', 'measured', '±', 'n', '', ''];

const rowLine = ({ name, target, measured, ci95, n, ok, calibrated, detail, warning }: Row): Line => [
  name,
  `${target[0]}–${target[1]}`,
  `${measured}`,
  `${ci95}`,
  `${n}`,
  `${ok ? 'ok' : 'MISSED'}${calibrated ? ' (calibrated)' : ''}`,
  [detail, warning === undefined ? undefined : `warning: ${warning}`].filter((one) => one !== undefined).join('; '),
];

type Table = { readonly title: string; readonly titles: Line; readonly lines: readonly Line[] };

const targets = ({ rows }: LabReport): Table => ({ title: 'Targets', titles: ROW_TITLES, lines: rows.map(rowLine) });

const seatTable = ({ seats, secondPaths }: LabReport): Table => {
  const powers = Object.keys(secondPaths);
  return {
    title: 'Mean score by seat and who plays it',
    titles: ['', ...powers],
    lines: Object.entries(seats).map(([way, scores]) => [way, ...powers.map((power) => `${scores[power] ?? ''}`)]),
  };
};

const pathTable = ({ secondPaths }: LabReport): Table => ({
  title: 'Paths of a seat',
  titles: ['', 'whole', 'first half', 'second half', 'alone', 'gap', '±'],
  lines: Object.entries(secondPaths).map(([power, { whole, first, second, alone, gap, ci95 }]) => [
    power,
    ...[whole, first, second, alone, gap, ci95].map((one) => `${one}`),
  ]),
});

const paceTable = ({ decoupling }: LabReport): Table => {
  const paces = [
    ...decoupling.without.map((one) => ({ ...one, arm: 'without a guarantee' })),
    ...decoupling.with.map((one) => ({ ...one, arm: 'with a guarantee' })),
  ];
  const counts = ['falls', 'squeezes', 'gaps', 'operations, %'];
  return {
    title: 'Turning away from the patron',
    titles: ['', 'areas a turn', 'score', '±', 'n', 'patron’s share at the end', ...counts],
    lines: paces.map(({ arm, k, score, ci95, n, patronShare, falls, squeezes, gaps, operations }) => [
      arm,
      ...[k, score, ci95, n, patronShare, falls, squeezes, gaps, operations].map((one) => `${one}`),
    ]),
  };
};

const usageTable = ({ usage }: LabReport): Table => {
  const used = (title: string, tally: { readonly [name: string]: number }): Line => [
    title,
    Object.entries(tally)
      .map(([name, figure]) => `${name} ${figure}`)
      .join(', '),
  ];
  const { byPower, ...breaches } = usage.breaches;
  return {
    title: 'What is used',
    titles: ['', ''],
    lines: [
      used('verbs, % of orders', usage.verbs),
      used('verbs and areas, % of seat-turns', usage.pairs),
      used('clauses, % of what is signed', usage.clauses),
      used('regimes, % of openings', usage.regimes),
      used('cards, % of matches', usage.cards),
      used('broken promises, by whom', byPower),
      used('broken promises, and what they brought', breaches),
      used('resolutions a seat-turn, at most', usage.resolutions),
    ],
  };
};

const tablesOf = (report: LabReport): readonly Table[] =>
  [targets, seatTable, pathTable, paceTable, usageTable].map((table) => table(report));

const widthOf = (text: string): number => [...text].length;

const plainTable = ({ title, titles, lines }: Table): string => {
  const all = [titles, ...lines];
  const widths = titles.map((_, i) => Math.max(...all.map((line) => widthOf(line[i] ?? ''))));
  const plain = (line: Line): string =>
    line
      .map((text, i) => (i === line.length - 1 ? text : text + ' '.repeat((widths[i] ?? 0) - widthOf(text))))
      .join('  ')
      .trimEnd();
  return [title, ...all.map(plain)].join('\n');
};

const marked = (line: Line): string => `| ${line.join(' | ')} |`;

export const markdownTable = (titles: Line, lines: readonly Line[]): string =>
  [marked(titles), marked(titles.map(() => '---')), ...lines.map(marked)].join('\n');

export const plainText = (report: LabReport): string => tablesOf(report).map(plainTable).join('\n\n');

export const markdownText = (report: LabReport): string =>
  tablesOf(report)
    .map(({ title, titles, lines }) => `### ${title}\n\n${markdownTable(titles, lines)}`)
    .join('\n\n');
