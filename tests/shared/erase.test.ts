import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { ERASED, type LoggedInput } from '../../shared/model/input.ts';
import { erasedLines } from '../../shared/replay/erase.ts';
import { envelopeOf, foundationOf, openFold } from '../../shared/replay/fold.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

/** A whole match in which two seats say something in each turn, sealed as the server does it. */
const played = (): MatchRecord => {
  const { record } = simulate(tiny, { seed: 'erase', bots: ['random'], length: 'sprint' });
  const inputs: LoggedInput[] = [];
  const put = (line: Omit<LoggedInput, 'seq'>): void => {
    inputs.push({ ...line, seq: inputs.length + 1 });
  };
  for (const { seq: _, ...line } of record.inputs) {
    const speaks = line.input.kind === 'submitOrders' && (line.seat === 'NOR' || line.seat === 'SUD');
    const text = `said by ${line.seat} before input ${inputs.length}`;
    if (speaks) put({ at: line.at, seat: line.seat, input: { kind: 'say', to: ['OST'], text } });
    put(line);
  }
  return sealed({ ...record, inputs });
};
const sealed = (record: MatchRecord): MatchRecord => {
  const fold = openFold(tiny, foundationOf(record));
  for (const line of record.inputs) fold.apply(line);
  const whole = { ...record, turns: [...fold.seals] };
  return { ...whole, envelope: envelopeOf(whole) };
};
const verify = (record: MatchRecord) => verifyRecord(JSON.parse(JSON.stringify(record)), () => tiny);
const said = ({ inputs }: MatchRecord, seat?: string): readonly LoggedInput[] =>
  inputs.filter((line) => line.input.kind === 'say' && (seat === undefined || line.seat === seat));

const erase = (record: MatchRecord, seqs: readonly number[]): MatchRecord => {
  const lines = erasedLines(tiny, foundationOf(record), record.inputs, new Set(seqs));
  const inputs = record.inputs.map((line) => lines.find(({ seq }) => seq === line.seq) ?? line);
  return sealed({ ...record, inputs });
};
const edited = (record: MatchRecord, seq: number, change: object): MatchRecord =>
  sealed({
    ...record,
    inputs: record.inputs.map((line) =>
      line.seq === seq ? ({ ...line, input: { ...line.input, ...change } } as LoggedInput) : line,
    ),
  });

describe('a record from which something that was said is erased', () => {
  const record = played();
  const mine = said(record, 'NOR').map(({ seq }) => seq);
  const without = erase(record, mine);

  test('has the seals that were published while it was played', () => {
    expect(mine.length).toBeGreaterThan(1);
    expect(without.turns).toEqual(record.turns);
    expect(verify(record)).toMatchObject({ ok: true, erased: [] });
    expect(verify(without)).toMatchObject({ ok: true, turns: record.turns.length });
  });

  test('holds nothing of it, and everything else', () => {
    for (const { input } of said(record, 'NOR'))
      expect(JSON.stringify(without)).not.toContain(input.kind === 'say' ? input.text : '?');
    expect(said(without, 'NOR').map(({ input }) => input.kind === 'say' && input.text)).toEqual(mine.map(() => ERASED));
    expect(said(without, 'SUD')).toEqual(said(record, 'SUD'));
  });

  test('says in which turns it proves less', () => {
    const last = said(record, 'NOR').at(-1) as LoggedInput;
    const verdict = verify(erase(record, [last.seq]));
    expect(verdict.ok && verdict.erased).toEqual([record.turns.at(-1)?.turn]);
  });

  test('can lose more of the same turn later, and is the same as if all had gone at once', () => {
    const all = said(record).map(({ seq }) => seq);
    expect(erase(without, all).inputs).toEqual(erase(record, all).inputs);
    expect(erase(without, all).turns).toEqual(record.turns);
  });

  test('is found out when a mark of erasure stands beside words', () => {
    const words = { text: 'never said' };
    expect(verify(edited(without, mine[0] as number, words))).toMatchObject({ ok: false });
  });

  test('is found out when something is put in its place without the mark', () => {
    const first = mine[0] as number;
    const forged = edited(record, first, { text: 'never said' });
    expect(verify({ ...forged, turns: record.turns })).toMatchObject({ ok: false });
  });

  test('cannot be told another outcome of a turn behind a mark', () => {
    const orders = without.inputs.find(({ input }) => input.kind === 'submitOrders' && input.orders.orders.length > 0);
    const forged = edited(without, orders?.seq as number, { orders: { orders: [], doors: null, concessions: [] } });
    expect(verify({ ...forged, turns: record.turns })).toMatchObject({ ok: false });
  });
});
