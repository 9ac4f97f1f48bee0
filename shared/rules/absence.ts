import { indexOf } from '../catalogue/scenario-index.ts';
import type { Log } from './log.ts';

/**
 * The ladder that everybody sees. Whoever sits in person, has submitted nothing this turn and has not
 * said to be ready is missed; after so many turns running a caretaker sits in until the person is
 * back. Who was missed before and is here again begins anew. (AB1, AB3)
 */
export const noteAbsence = (log: Log): void => {
  const { seats } = log.state.table;
  const submitted = log.state.orders;
  for (const power of indexOf(log.scenario).powers) {
    const seat = seats[power];
    if (seat?.sitter.by !== 'human') continue;
    if (submitted[power] !== undefined || seat.ready) {
      if (seat.missed > 0) log.add({ kind: 'sat', power, sitter: seat.sitter }, { kind: 'rule', rule: 'AB3' });
      continue;
    }
    const missed = log.add({ kind: 'turnMissed', power }, { kind: 'rule', rule: 'AB1' });
    if (seat.missed + 1 < log.scenario.magnitudes.absence.misses) continue;
    log.add(
      { kind: 'sat', power, sitter: { by: 'bot', bot: 'caretaker', standIn: true } },
      { kind: 'events', ids: [missed] },
    );
  }
};
