import { describe, expect, test } from 'vitest';
import { completionsOf } from '../../client/panels/command/completions.ts';
import { readCommand } from '../../client/panels/command/read-command.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { formatTerms } from '../../shared/notation/clause-notation.ts';
import { formatEntry } from '../../shared/notation/line-notation.ts';
import { formatDeed } from '../../shared/notation/order-notation.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { legalClauseTerms, legalDoors, legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

const scenario = charter2025;
const { record } = simulate(scenario, { seed: 'typed', bots: ['scripted'], length: 'sprint' });
const view = openTimeline(record, scenario).viewAt(12, 'RUS');

/** Types a line by nothing but Tab: of what is offered, always what leads there; null where it is not offered. */
const byTab = (line: string): string | null => {
  let text = '';
  for (let presses = 0; presses < 12 && text.trimEnd() !== line; presses += 1) {
    let found: string | undefined;
    // A word is typed letter by letter until what is meant is among the few that are offered.
    for (let letters = 0; letters <= line.length && found === undefined; letters += 1) {
      const typed = line.slice(0, Math.max(text.length, letters));
      const options = completionsOf(scenario, view, 'RUS', typed);
      found = options.find((option) => line === option || line.startsWith(`${option} `));
      if (typed === line) return line;
    }
    if (found === undefined) return null;
    text = `${found} `;
  }
  return text.trimEnd() === line ? line : null;
};

describe('a line is gone on with by what may be given', () => {
  test('every order', () => {
    const lines = legalOrders(scenario, view).map(({ order }) => formatDeed(order));
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.filter((line) => byTab(line) === null)).toEqual([]);
  });
  test('doors', () => {
    const lines = legalDoors(scenario, view)
      .slice(0, 40)
      .map((change) => formatEntry({ kind: 'doors', change }));
    expect(lines.filter((line) => byTab(line) === null)).toEqual([]);
  });
  test('clauses of anybody', () => {
    const terms = legalClauseTerms(scenario, view, 'ARM').filter((_, i) => i % 17 === 0);
    const lines = terms.map((one) => `clause ARM to RUS ${formatTerms(one)} @${view.board.turn}-3`);
    expect(lines.filter((line) => byTab(line) === null)).toEqual([]);
  });
  test('and few at a time', () => expect(completionsOf(scenario, view, 'RUS', 'court ').length).toBeLessThanOrEqual(8));
});

describe('a line is read', () => {
  test.each([
    ['court energy ARM', 'order'],
    ['RUS court energy ARM', 'order'],
    ['doors unbar', 'doors'],
    ['concede pay anyone 2', 'concession'],
    ['when gate meghri closed: court energy ARM', 'standing'],
    ['honour not', 'honour'],
    ['clause RUS to ARM pay 2 each @1-3', 'clause'],
    ['ready', 'act'],
    [' submit ', 'act'],
  ])('%s', (line, kind) => {
    const read = readCommand(line, 'RUS');
    expect(read.ok ? read.value.kind : read.why).toBe(kind);
  });

  test.each([
    ['court enery ARM', 6],
    ['RUS court enery ARM', 10],
    ['clause RUS to ARM pay two @1-3', 22],
    ['', 0],
  ])('or answered with its place: %s', (line, at) => {
    const read = readCommand(line, 'RUS');
    expect(read.ok).toBe(false);
    expect(read.ok ? -1 : read.at).toBe(at);
  });
});
