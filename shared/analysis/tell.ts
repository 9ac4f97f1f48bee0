import { indexOf } from '../catalogue/scenario-index.ts';
import type { GameEvent } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import { formatCause, formatEvent } from '../notation/event-notation.ts';
import { openRecord } from '../replay/fold.ts';
import type { MatchRecord } from '../replay/record.ts';

/** Events that only move the table along; a told match is about what happened in it. */
const SILENT: readonly GameEvent['kind'][] = [
  'sat',
  'readySet',
  'turnClosed',
  'clauseAdvanced',
  'wasteQueued',
  'ordersSubmitted',
  'deadlineMoved',
  'turnOpened',
];

export const quarterOf = (scenario: Scenario, turn: number): { readonly quarter: number; readonly year: number } => {
  const count = scenario.firstQuarter - 1 + turn - 1;
  return { quarter: (count % 4) + 1, year: scenario.firstYear + Math.floor(count / 4) };
};

/** A whole match as text, one event a line with its cause; cards by title. */
export const tell = (
  scenario: Scenario,
  record: MatchRecord,
  line: (event: GameEvent) => string = formatEvent,
): string => {
  const { fold, inputs } = openRecord(scenario, record);
  const out: string[] = [`# ${record.title} · ${scenario.title}`];
  let turn = 0;
  for (const event of inputs.flatMap((logged) => [...fold.apply(logged)])) {
    if (event.turn !== turn) {
      turn = event.turn;
      const { quarter, year } = quarterOf(scenario, turn);
      out.push('', `## Turn ${turn} · Q${quarter} ${year}`, '');
    }
    if (!SILENT.includes(event.kind)) out.push(`${event.id.padEnd(6)} ${lineOf(scenario, event, line)}`);
  }
  return out.join('\n');
};

const lineOf = (scenario: Scenario, event: GameEvent, line: (event: GameEvent) => string): string => {
  const card = event.kind === 'cardPlayed' ? indexOf(scenario).cards.get(event.card) : undefined;
  if (card !== undefined) return `NEWS ${card.title}: ${card.text}`;
  return event.cause.kind === 'act' ? line(event) : `${line(event)}  ← ${formatCause(event.cause)}`;
};
