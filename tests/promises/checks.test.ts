import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { encodeChange } from '../../shared/wire/change.ts';
import { isKept, type Vow } from './promise.ts';
import { put, reportOf } from './report.ts';
import { brokenLogs, deniedCommands, doubledCommands, lostCommands, median, unevenCommands } from './support/checks.ts';
import { History } from './support/history.ts';
import { refold } from './support/refold.ts';
import type { LogRow } from './support/store-file.ts';

const ANNA = { match: 'm', power: 'ARM', token: 't', person: 'anna' };
const word = (text: string): PowerInput => ({ kind: 'say', to: ['USA'], text });
const row = (seq: number, command: string, more: Partial<LogRow> = {}): LogRow => ({
  ...{ match: 'm', seq, at: seq, seat: 'ARM', person: 'anna', command, input: word(command), ...more },
});
const OK: Reply = { ok: true, version: 1 };
const NO: Reply = { ok: false, refusal: { code: 'input/stale', because: {} } };

const historyOf = (...replies: readonly (readonly [id: string, ...replies: Reply[]])[]): History => {
  const history = new History();
  for (const [id, ...all] of replies) {
    const input = word(id);
    history.delivered(ANNA, id, input);
    for (const reply of all) history.replied(id, reply);
    const last = all.at(-1);
    if (last !== undefined) history.told(input, last);
  }
  return history;
};
const ids = (commands: readonly { readonly id: string }[]): readonly string[] => commands.map(({ id }) => id);

describe('what is held against the log', () => {
  test('finds what was acknowledged and is not there, or not as it was asked for', () => {
    const { commands } = historyOf(
      ['kept', OK],
      ['lost', OK],
      ['changed', OK],
      ['theirs', OK],
      ['open'],
      ['refused', NO],
    );
    const rows = [row(1, 'kept'), row(2, 'changed', { input: word('else') }), row(3, 'theirs', { person: 'bela' })];
    expect(ids(lostCommands(commands, rows))).toEqual(['lost', 'changed', 'theirs']);
  });

  test('finds what took effect twice, and what took effect although it was refused', () => {
    const { commands } = historyOf(['once', OK], ['twice', OK], ['refused', NO]);
    const rows = [row(1, 'once'), row(2, 'twice'), row(3, 'refused'), row(4, 'twice')];
    expect(ids(doubledCommands(commands, rows))).toEqual(['twice']);
    expect(ids(deniedCommands(commands, rows))).toEqual(['refused']);
  });

  test('finds an acknowledgement that is not the same each time', () => {
    const { commands } = historyOf(['same', OK, OK], ['late', NO, OK], ['other', OK, { ok: true, version: 2 }]);
    expect(ids(unevenCommands(commands))).toEqual(['other']);
  });

  test('finds gaps, repeated places and a time that runs backwards', () => {
    expect(brokenLogs([row(1, 'a'), row(2, 'b'), row(1, 'c', { match: 'n' })])).toEqual([]);
    expect(brokenLogs([row(1, 'a'), row(3, 'b')])).toEqual(['m: 3 after 1']);
    expect(brokenLogs([row(1, 'a'), row(1, 'b')])).toEqual(['m: 1 after 1']);
    expect(brokenLogs([row(1, 'a', { at: 9 }), row(2, 'b')])).toEqual(['m: 2 is earlier than 1']);
  });
});

describe('a match that is folded again', () => {
  const played = simulate(charter2025, { seed: 'refold', bots: ['random'], length: 'sprint' });
  const record = JSON.parse(JSON.stringify(played.record)) as typeof played.record;
  const options = { scenario: charter2025, viewer: 'ARM' };

  test('is what it was', () => {
    expect(refold(record, played.fold.state, options)).toEqual([]);
  });

  test('differs by turn and field when a page is told less than it should know', () => {
    const deaf: typeof encodeChange = (scenario, old, now, deflate) =>
      encodeChange(scenario, old, { ...now, messages: old.messages, scores: old.scores }, deflate);
    const found = refold(record, played.fold.state, { ...options, encode: deaf });
    expect(found).toContainEqual({ match: record.id, viewer: 'ARM', turn: 1, field: 'scores' });
    expect(new Set(found.map(({ field }) => field))).not.toContain('board.portfolios');
  });

  test('differs by turn when one order of it was another', () => {
    const last = record.inputs.findLastIndex(({ input }) => input.kind === 'submitOrders');
    const inputs = record.inputs.filter((_, i) => i !== last);
    const found = refold({ ...record, inputs }, played.fold.state, options);
    expect(found[0]).toMatchObject({ viewer: 'record', field: 'seals' });
    expect(found).toContainEqual({ match: record.id, viewer: 'server', turn: expect.any(Number), field: 'version' });
  });
});

describe('the report', () => {
  const vow = (number: number, value: number): Vow => ({
    ...{ number, name: 'v', promise: '', keep: async () => [{ name: 'f', value, unit: '', atMost: 3 }] },
  });

  test('keeps what is within its limits and nothing else', async () => {
    expect([2, 3, 4, Number.NaN].map((value) => isKept({ name: '', value, unit: '', atMost: 3 }))).toEqual([
      ...[true, true, false, false],
    ]);
    expect([
      await put(vow(1, 3), 'short', () => undefined),
      await put(vow(1, 4), 'short', () => undefined),
    ]).toMatchObject([...[{ ok: true }, { ok: false }]]);
  });

  test('counts a promise without a figure, one whose test fails, and one without a test as broken', async () => {
    const empty = await put({ ...vow(1, 0), keep: async () => [] }, 'short', () => undefined);
    const failing = await put(
      { ...vow(2, 0), keep: () => Promise.reject(new Error('no server')) },
      'short',
      () => undefined,
    );
    expect([empty.ok, failing.ok, failing.failure]).toEqual([false, false, expect.stringContaining('no server')]);
    const kept = await put(vow(1, 0), 'short', () => undefined);
    expect(reportOf('short', [kept], [1]).ok).toBe(true);
    const report = reportOf('short', [kept], null);
    expect(report.ok).toBe(false);
    expect(report.promises.map(({ number, ok }) => (ok ? number : -number))).toEqual([
      ...[1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12],
    ]);
  });

  test('takes the middle one', () => {
    expect([median([]), median([5]), median([9, 1, 3])]).toEqual([0, 5, 3]);
  });
});
