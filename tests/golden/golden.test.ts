import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { BotName } from '../../shared/model/input.ts';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';

/**
 * Matches of each length as these rules play them: one digest for every turn and how it ended. Whoever
 * means to change what happens writes them anew: `GOLDEN=1 npm test -- unit`, and raises RULES_VERSION.
 */
type Golden = {
  readonly rules: number;
  readonly seed: string;
  readonly bots: readonly BotName[];
  readonly turns: readonly string[];
  readonly reason: string | null;
  readonly scores: { readonly [power: string]: number };
  readonly joint: number;
};

const MATCHES: readonly { readonly name: string; readonly length: Length; readonly bots: readonly BotName[] }[] =
  LENGTHS.flatMap((length) => [
    { name: `${length}-scripted`, length, bots: ['scripted'] },
    { name: `${length}-mixed`, length, bots: ['scripted', 'random', 'caretaker'] },
  ]);

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.json`, import.meta.url));

const goldenOf = ({ name, length, bots }: (typeof MATCHES)[number]): Golden => {
  const seed = `golden-${name}`;
  const { record } = simulate(charter2025, { seed, bots, length });
  expect(verifyRecord(JSON.parse(JSON.stringify(record)), scenarioById)).toMatchObject({ ok: true });
  return {
    rules: RULES_VERSION,
    seed,
    bots,
    turns: record.turns.map((turn) => turn.state),
    reason: record.result?.reason ?? null,
    scores: record.result?.scores ?? {},
    joint: record.result?.joint ?? 0,
  };
};

describe('golden matches are played as they were', () => {
  test.each(MATCHES)('$name', (match) => {
    const played = goldenOf(match);
    const file = fileOf(match.name);
    if (process.env.GOLDEN === '1') writeFileSync(file, `${JSON.stringify(played, null, 2)}\n`);
    const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : 'GOLDEN=1 writes it';
    expect(played).toEqual(written);
  });
});
