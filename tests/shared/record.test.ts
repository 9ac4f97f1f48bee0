import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { redactedRecord, withoutMessages } from '../../shared/replay/make-record.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { decodeRecord } from '../../shared/replay/record.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';

const { record } = simulate(charter2025, { seed: 'record', bots: ['scripted', 'random'], length: 'sprint' });
const copy = (): MatchRecord => JSON.parse(JSON.stringify(record)) as MatchRecord;
const tampered = (change: (text: string) => string): unknown => JSON.parse(change(JSON.stringify(record)));

describe('a saved match', () => {
  test('is what was played', () => {
    expect(verifyRecord(copy(), scenarioById)).toMatchObject({ ok: true, turns: 3 });
  });

  test('says so when it was played by other rules than these', () => {
    const verdict = verifyRecord({ ...copy(), rulesVersion: 1 }, scenarioById);
    expect(verdict).toMatchObject({ ok: false, why: 'The match was played by rules 1; these are rules 3.' });
  });

  test('the same seed gives the same seals twice, another seed others', () => {
    const again = simulate(charter2025, { seed: 'record', bots: ['scripted', 'random'], length: 'sprint' });
    expect(again.record.turns).toEqual(record.turns);
    expect(
      simulate(charter2025, { seed: 'recorf', bots: ['scripted', 'random'], length: 'sprint' }).record.turns,
    ).not.toEqual(record.turns);
  });

  test('names the first wrong turn when an input of it is changed', () => {
    const inputs = record.inputs.map((one) => one.input);
    const turnTwo = inputs.findIndex((input, i) => input.kind === 'submitOrders' && i > inputs.length / 3);
    const changed = copy();
    const target = changed.inputs[turnTwo];
    if (target === undefined) throw new Error('no such input');
    const verdict = verifyRecord(
      { ...changed, inputs: changed.inputs.map((one, i) => (i === turnTwo ? { ...one, at: one.at + 1 } : one)) },
      scenarioById,
    );
    expect(verdict.ok).toBe(false);
    if (!verdict.ok) expect(verdict.turn).toBeGreaterThan(0);
  });

  test.each(record.turns.map((seal) => [seal.turn, seal.chain] as const))(
    'a byte of the seal of turn %i',
    (turn, chain) => {
      const other = `${chain[0] === 'a' ? 'b' : 'a'}${chain.slice(1)}`;
      expect(
        verifyRecord(
          tampered((text) => text.replace(chain, other)),
          scenarioById,
        ),
      ).toMatchObject({ ok: false, turn });
    },
  );

  test('any byte that still reads as a record is caught', () => {
    const text = JSON.stringify(record);
    let caught = 0;
    for (let i = 0; i < 60; i += 1) {
      const place = Math.floor(((i + 0.5) * text.length) / 60);
      const digit = /[0-9]/u.test(text[place] ?? '');
      const changed = `${text.slice(0, place)}${digit ? String((Number(text[place]) + 1) % 10) : text[place] === 'e' ? 'f' : 'e'}${text.slice(place + 1)}`;
      if (changed === text) continue;
      let raw: unknown;
      try {
        raw = JSON.parse(changed);
      } catch {
        continue;
      }
      expect(verifyRecord(raw, scenarioById).ok).toBe(false);
      caught += 1;
    }
    expect(caught).toBeGreaterThan(20);
  });

  test('a file that is something else is told in one sentence', () => {
    for (const raw of [null, 7, 'x', [], {}, { format: 2 }, { ...record, format: 9 }, { ...record, inputs: 'none' }]) {
      const decoded = decodeRecord(raw);
      expect(decoded.ok).toBe(false);
      if (!decoded.ok) expect(decoded.why).toMatch(/^(This is not a saved match|This match was saved in format)/u);
    }
  });

  test('a copy without messages says so, can be replayed, and cannot be verified', () => {
    const quiet = withoutMessages(record);
    expect(quiet.redacted?.dropped).toEqual(['messages']);
    expect(verifyRecord(JSON.parse(JSON.stringify(quiet)), scenarioById)).toMatchObject({ ok: false, turn: 0 });
    expect(openTimeline(quiet, charter2025).steps.length).toBe(record.inputs.length + 1);
  });
});

describe('a timeline', () => {
  test('stops at every input, and each viewpoint sees only its own', () => {
    const timeline = openTimeline(record, charter2025);
    expect(timeline.steps.length).toBe(record.inputs.length + 1);
    const last = timeline.steps.length - 1;
    expect(timeline.viewAt(last, 'public').table.phase).toBe('ended');
    expect(timeline.viewAt(last - 1, 'ARM').viewer).toBe('ARM');
    expect(timeline.viewAt(last, 'facilitator').allOrders).not.toBeNull();
    expect(timeline.viewAt(0, 'public').table.phase).toBe('table');
  });

  test('a redacted record opens with its reader’s views and holds no input, seed or salt', () => {
    const { fold } = simulate(charter2025, { seed: 'record', bots: ['scripted', 'random'], length: 'sprint' });
    const foundation = {
      id: record.id,
      title: record.title,
      seed: record.seed ?? '',
      salt: record.salt ?? '',
      settings: record.settings,
    };
    const part = redactedRecord(
      charter2025,
      { foundation, names: {}, inputs: record.inputs.slice(0, Math.floor(record.inputs.length / 2)), fold },
      'ARM',
    );
    expect(JSON.stringify(part)).not.toContain(record.seed ?? 'seed');
    expect(part).toMatchObject({ seed: null, salt: null, inputs: [] });
    const timeline = openTimeline(part, charter2025);
    expect(timeline.viewers).toEqual(['ARM']);
    expect(timeline.viewAt(0, 'ARM').viewer).toBe('ARM');
  });
});
