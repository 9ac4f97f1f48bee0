import { describe, expect, test } from 'vitest';
import { sideOf } from '../../shared/bots/negotiator/burden.ts';
import { agreedBoard, keptBoard, orderedBoard, shifted, wonBoard } from '../../shared/bots/negotiator/kept.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../shared/model/area.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import type { Board } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { bare, place } from '../support/given.ts';
import { begun } from '../support/minds.ts';

const sumOf = (row: { readonly [supplier: string]: number } = {}): number =>
  Object.values(row).reduce((a, b) => a + b, 0);
const clauseOf = (by: string, to: string, terms: ClauseTerms): ClauseDraft => ({
  by: [by],
  to: [to],
  terms,
  from: 1,
  until: null,
});

describe('the board as it would be', () => {
  const { board } = begun();

  test('a supplier gains what the others lose: every row still sums to a hundred', () => {
    const { hosts } = indexOf(bare);
    for (const host of hosts)
      for (const area of AREAS)
        for (const supplier of bare.suppliers.filter((one) => one !== host))
          for (const points of [-3, 1, 2, 4, 5, 40, 200]) {
            const before = board.portfolios[host]?.[area] ?? {};
            const row = shifted(board, host, area, supplier, points).portfolios[host]?.[area] ?? {};
            expect(sumOf(row), `${host} ${area} ${supplier} ${points}`).toBe(100);
            expect(Math.min(...Object.values(row))).toBeGreaterThanOrEqual(0);
            const had = before[supplier] ?? 0;
            expect(row[supplier] ?? 0).toBe(Math.max(0, Math.min(100, had + points)));
          }
  });

  test('nobody supplies itself under its own name, and what is not there stays away', () => {
    expect(shifted(board, 'ARM', 'trade', 'ARM', 5)).toBe(board);
    expect(shifted(board, 'FRA', 'trade', 'ARM', 5)).toBe(board);
    expect(shifted(board, 'ARM', 'trade', 'RUS', 0)).toBe(board);
  });

  test('a project that is won shows as won, with what that brings', () => {
    for (const { id, sponsors, onWon } of bare.projects)
      for (const sponsor of sponsors) {
        const after = wonBoard(bare, board, id, sponsor);
        expect(after.projects[id]?.winner).toBe(sponsor);
        for (const effect of onWon)
          if (effect.kind === 'share' && effect.supplier === '$winner' && effect.host !== sponsor)
            expect(after.portfolios[effect.host]?.[effect.area][sponsor] ?? 0).toBeGreaterThan(
              board.portfolios[effect.host]?.[effect.area][sponsor] ?? 0,
            );
      }
    expect(wonBoard(bare, board, 'nothing', 'RUS')).toBe(board);
  });

  test('a gate that is kept stands as promised, with its guard as it was', () => {
    const kept = keptBoard(bare, board, clauseOf('ARM', 'IRN', { kind: 'gate', gate: 'agarak', status: 'closed' }));
    expect(kept.gates.agarak).toEqual({ ...board.gates.agarak, status: 'closed' });
    expect({ ...kept.gates, agarak: board.gates.agarak }).toEqual(board.gates);
    const guarded = keptBoard(bare, board, clauseOf('ARM', 'IRN', { kind: 'gate', gate: 'agarak', guard: ['ARM'] }));
    expect(guarded.gates.agarak).toEqual({ ...board.gates.agarak, guard: ['ARM'] });
    const signed = keptBoard(
      bare,
      board,
      clauseOf('ARM', 'AZE', { kind: 'gate', route: 'syunik-route', regime: 'monitored' }),
    );
    expect(signed.routes['syunik-route']).toEqual({ regime: 'monitored' });
    expect(keptBoard(bare, board, clauseOf('ARM', 'IRN', { kind: 'gate', gate: 'nowhere', status: 'open' }))).toBe(
      board,
    );
  });

  test('a deed that cannot be done changes nothing', () => {
    const verbs = ['lift', 'court', 'harden', 'mediate', 'sponsor', 'award', 'setGate', 'force', 'spy'] as const;
    for (const verb of verbs) expect(orderedBoard(bare, board, 'ARM', { verb })).toBe(board);
    expect(orderedBoard(bare, board, 'ARM', { verb: 'lift', measure: 'nothing' })).toBe(board);
    expect(orderedBoard(bare, board, 'ARM', { verb: 'sponsor', project: 'nothing' })).toBe(board);
    expect(orderedBoard(bare, board, 'ARM', { verb: 'award', project: 'nothing', sponsor: 'RUS' })).toBe(board);
    expect(orderedBoard(bare, board, 'ARM', { verb: 'setGate', gate: 'nothing', status: 'open' })).toBe(board);
  });

  test('a text stands, under the name by which the scenario knows it', () => {
    const [offer] = charter2025.offers;
    if (offer === undefined) throw new Error('the scenario offers nothing');
    const after = agreedBoard(charter2025, board, offer.draft, () => false);
    expect(after.agreements[String(offer.id)]).toMatchObject({ status: 'inForce', parties: offer.draft.parties });
    expect({ ...after, agreements: {} }).toEqual({ ...board, agreements: {} });
  });
});

describe('what a promise costs beside the board', () => {
  const { board } = begun();
  const side = (power: string, terms: ClauseTerms): number => sideOf(bare, board, clauseOf('ARM', 'IRN', terms), power);

  test('its obligor pays for what its obligee gets, and others have no part in it', () => {
    const TERMS: readonly ClauseTerms[] = [
      { kind: 'pay', amount: 4, each: false },
      { kind: 'pay', amount: 2, each: true },
      { kind: 'do', order: { verb: 'court', host: 'IRN', area: 'trade' } },
      { kind: 'refrain', order: { verb: 'covert', host: 'IRN' } },
      { kind: 'guarantee', against: ['AZE'] },
      { kind: 'recognise', what: 'IRN' },
      { kind: 'welcome', area: 'trade', supplier: 'IRN', open: true },
      { kind: 'supply', area: 'energy', price: 1 },
      { kind: 'member', institution: 'eaeu', standing: 'joined' },
      { kind: 'gate', route: 'syunik-route', regime: 'extraterritorial' },
    ];
    for (const terms of TERMS) {
      expect(side('ARM', terms), JSON.stringify(terms)).toBeLessThan(0);
      expect(side('IRN', terms), JSON.stringify(terms)).toBeGreaterThan(0);
      expect(side('RUS', terms)).toBe(0);
    }
  });

  test('more money costs more, and is worth more', () => {
    const pay = (power: string, amount: number, each = false): number => side(power, { kind: 'pay', amount, each });
    expect(pay('ARM', 4)).toBeLessThan(pay('ARM', 2));
    expect(pay('IRN', 4)).toBeGreaterThan(pay('IRN', 2));
    expect(pay('ARM', 2, true)).toBeLessThan(pay('ARM', 2));
  });

  test('who could do much harm is asked to refrain', () => {
    const hot = ['tension tavush 8'].reduce(place, board);
    const refrain = (on: Board): number =>
      sideOf(bare, on, clauseOf('AZE', 'ARM', { kind: 'refrain', order: { verb: 'force', host: 'ARM' } }), 'ARM');
    expect(refrain(hot)).toBeGreaterThan(
      refrain(
        ['tension tavush 1', 'tension syunik 1', 'tension gegharkunik 1', 'tension vayots-dzor 1'].reduce(place, board),
      ),
    );
  });

  test('a promise among those who all make it costs each of them', () => {
    const both: ClauseDraft = {
      by: ['ARM', 'IRN'],
      to: ['ARM', 'IRN'],
      terms: { kind: 'refrain', order: { verb: 'covert' } },
      from: 1,
      until: null,
    };
    for (const power of both.by) expect(sideOf(bare, board, both, power)).toBeLessThan(0);
  });
});
