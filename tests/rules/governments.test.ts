import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { scoreOf } from '../../shared/rules/scores.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, play, rules, seated } from '../support/given.ts';

/** Papers of a fallen government are certain to be published, or certain to be burnt. */
const archives = (publishPercent: number): Scenario => ({ ...bare, magnitudes: { ...bare.magnitudes, government: { ...bare.magnitudes.government, publishPercent } } });
const SECRET = 'secret: RUS to ARM refrain squeeze energy ARM @1-3';
/** A coup that cannot but succeed, as far as anything can. */
const RIPE = ['track ARM stability 5', 'shares ARM politics RUS 70 own 30'];

rules('what moves a government', [
  ['GV1', { name: 'a shaken one steadies', given: ['track ARM stability 52'], orders: [], then: ['track ARM stability 52→55'] }],
  ['GV1', { name: '…not past sixty', given: ['track ARM stability 58'], orders: [], then: ['track ARM stability 58→60'] }],
  ['GV1', { name: 'a sound one is left as it is', given: ['track ARM stability 65'], orders: [], then: [], never: ['track ARM stability'] }],
  ['GV2', { name: 'great popularity wears off', given: ['track ARM stability 80'], orders: [], then: ['track ARM stability 80→79'] }],
  ['GV2', { name: '…down to seventy', given: ['track ARM stability 70'], orders: [], then: [], never: ['track ARM stability'] }],
  ['GV3', { name: 'an empty treasury costs', given: ['track ARM treasury 0', 'track ARM stability 65'], orders: [], then: ['track ARM stability 65→64'] }],
  ['GV3', { name: 'a coin in it does not', given: ['track ARM treasury 1', 'track ARM stability 65'], orders: [], then: [], never: ['track ARM stability'] }],
]);

rules('a fall', [
  ['GV4', { name: 'a government without any stability left falls, and only then the country recovers', given: ['track ARM stability 0'], orders: [], then: ['fell ARM by collapse to 40', 'track ARM stability 0→40', 'track ARM stability 40→43'] }],
  ['GV4', { name: 'one point is enough to go on', given: ['track ARM stability 1'], orders: [], then: ['track ARM stability 1→4'], never: ['fell', 'agenda'] }],
  ['GV4', { name: 'a squeeze may be what brings it down', given: ['track ARM stability 3'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['fell ARM by collapse to 40'] }],
  ['GV4', { name: 'two may fall in one turn', given: ['track ARM stability 0', 'track IRN stability 0'], orders: [], then: ['fell ARM by collapse to 40', 'fell IRN by collapse to 40'] }],
  ['GV4', { name: 'old secrets may be published, and cost both their good name', scenario: archives(100), given: ['track ARM stability 0', `pact p statement ${SECRET}`], orders: [], then: ['agreement p exposed', 'track ARM credibility 55→49', 'track RUS credibility 34→28'] }],
  ['GV4', { name: 'each has its own chance', scenario: archives(100), given: ['track ARM stability 0', `pact q statement ${SECRET}`, `pact p statement ${SECRET}`, `pact r treaty ${SECRET}`], orders: [], then: ['agreement p exposed', 'agreement q exposed', 'agreement r exposed'] }],
  ['GV4', { name: '…or never', scenario: archives(0), given: ['track ARM stability 0', `pact p statement ${SECRET}`], orders: [], then: ['fell ARM by collapse to 40'], never: ['agreement p'] }],
  ['GV4', { name: 'others’ secrets stay theirs', scenario: archives(100), given: ['track ARM stability 0', 'pact p statement secret: RUS to AZE refrain squeeze energy AZE @1-3'], orders: [], then: ['fell ARM by collapse to 40'], never: ['agreement p exposed'] }],
  ['GV4', { name: 'what is public already is not published', scenario: archives(100), given: ['track ARM stability 0', 'pact p statement public: RUS to ARM refrain squeeze energy ARM @1-3'], orders: [], then: ['fell ARM by collapse to 40'], never: ['agreement p exposed'] }],
  ['GV5', { name: 'a coup brings another government, and its sponsor points in politics and security', given: RIPE, orders: ['RUS coup ARM'], then: ['coup RUS ARM odds 95 succeeded', 'fell ARM by coup to 45', 'track ARM stability 5→45', 'shares ARM politics own 30→15 RUS 70→85', 'shares ARM security own 24→22 USA 6→5 RUS 38→43 EUR 14→13 ROW 14→13'] }],
  ['GV5', { name: 'who fell by a coup does not fall again the same turn', given: RIPE, orders: ['RUS coup ARM'], then: ['fell ARM by coup to 45'], never: ['fell ARM by collapse'] }],
]);

describe('GV what a fall means', () => {
  const fallen = play({ given: ['track ARM stability 0', 'pact p statement public: RUS to ARM refrain squeeze energy ARM @1-3'], orders: [] });
  const before = seated(bare).board;

  test('GV4 the agenda is another one than before, and only the seat itself hears of it', () => {
    const drawn = fallen.events.find((event) => event.kind === 'agendaDrawn');
    expect(drawn?.audience).toEqual(['ARM']);
    expect(fallen.state.board.agendas.ARM).not.toBe(before.agendas.ARM);
    expect((bare.agendas.ARM ?? []).map((one) => one.id)).toContain(fallen.state.board.agendas.ARM);
    const others = viewFor(bare, fallen.state, 'RUS').events;
    expect(others.map((event) => event.kind)).toContain('governmentFell');
    expect(others.map((event) => event.kind)).not.toContain('agendaDrawn');
  });
  test('GV4 the new agenda is counted from where it stood when the match began', () => {
    expect(fallen.state.board.baseline).toEqual(before.baseline);
  });
  test('GV4 it costs fifteen points, each time', () => {
    const score = (falls: number): number => scoreOf(bare, { ...before, falls: { ARM: falls } }, 'ARM').open;
    expect([score(0) - score(1), score(1) - score(2)]).toEqual([1500, 1500]);
    expect(scoreOf(bare, { ...before, falls: { ARM: 1 } }, 'AZE').open).toBe(4000);
  });
  test('GV4 who has only one agenda keeps it', () => {
    const one = { ...bare, agendas: { ...bare.agendas, ARM: (bare.agendas.ARM ?? []).slice(0, 1) } };
    const { events } = play({ scenario: one, given: ['track ARM stability 0'], orders: [] });
    expect(events.map((event) => event.kind)).not.toContain('agendaDrawn');
  });
  test('GV5 whose coup it was others need not learn', () => {
    const { state } = play({ given: RIPE, orders: ['RUS coup ARM'] });
    const fell = viewFor(bare, state, 'USA').events.find((event) => event.kind === 'governmentFell');
    expect(fell?.cause.kind).toBe('undisclosed');
    expect(viewFor(bare, state, 'RUS').events.find((event) => event.kind === 'governmentFell')?.cause.kind).toBe('events');
  });
});

const voting = (turn: number): Scenario => ({ ...bare, elections: [{ power: 'ARM', turn, title: 'A vote', source: 'rows' }] });
const VOTE = { scenario: voting(1), orders: [] };

rules('an election', [
  ['GV6', { ...VOTE, name: 'a sound government is returned and stronger', given: ['track ARM stability 60'], then: ['election ARM returned', 'track ARM stability 60→66'], never: ['agenda'] }],
  ['GV6', { ...VOTE, name: 'fifty are enough', given: ['track ARM stability 50'], then: ['election ARM returned'] }],
  ['GV6', { ...VOTE, name: 'a shaken one stays, weakened', given: ['track ARM stability 49'], then: ['election ARM weakened', 'track ARM stability 49→43'], never: ['agenda'] }],
  ['GV6', { ...VOTE, name: 'a weak one is replaced: another agenda, a new beginning, and no score lost', given: ['track ARM stability 30'], then: ['election ARM replaced', 'track ARM stability 30→40'], never: ['fell', 'agreement'] }],
  ['GV6', { ...VOTE, name: 'a new beginning is never a step down', given: ['track ARM stability 34'], then: ['election ARM replaced', 'track ARM stability 34→40'] }],
  ['GV6', { ...VOTE, name: 'who falls the same turn is only confirmed', given: ['track ARM stability 0'], then: ['fell ARM by collapse to 40', 'election ARM replaced', 'track ARM stability 40→43'] }],
  ['GV6', { name: 'nobody votes on another day', scenario: voting(2), given: ['track ARM stability 30'], orders: [], then: [], never: ['election ARM returned', 'election ARM weakened', 'election ARM replaced'] }],
]);

describe('GV6 the calendar', () => {
  const told = (turn: number, until: number): string[] => {
    const scenario = voting(turn);
    let state: MatchState = seated(scenario);
    const lines: string[] = [];
    const on = (input: { kind: 'start' } | { kind: 'advance' }) => {
      const done = give(scenario, state, 'facilitator', input);
      state = done.state;
      lines.push(...done.events.filter((event) => event.kind.startsWith('election')).map((event) => `${event.turn}: ${formatEvent(event)}`));
    };
    on({ kind: 'start' });
    while (state.board.turn < until && state.table.phase !== 'ended') on({ kind: 'advance' });
    return lines;
  };
  test('GV6 a vote is called in the turn before it is held', () => {
    expect(told(2, 3)).toEqual(['1: election ARM called for turn 2', '2: election ARM returned']);
  });
  test('GV6 …or as the match begins', () => {
    expect(told(1, 2)).toEqual(['1: election ARM called for turn 1', '1: election ARM returned']);
  });
  test('GV6 what the match does not reach is not called', () => {
    expect(told(4, 9)).toEqual([]);
  });
  test('GV6 two who fall at once draw from different luck', () => {
    const both = ['track ARM stability 0', 'track RUS stability 0'].reduce(place, seated(bare).board);
    expect(both.tracks.ARM?.stability).toBe(0);
    const seeds = Array.from({ length: 12 }, (_, i) => i).map((i) => {
      let state: MatchState = { ...seated(bare, `seed ${i}`), board: both };
      for (const kind of ['start', 'advance', 'advance'] as const) state = give(bare, state, 'facilitator', { kind }).state;
      return `${state.board.agendas.ARM}/${state.board.agendas.RUS}`;
    });
    expect(new Set(seeds).size).toBeGreaterThan(2);
  });
});
