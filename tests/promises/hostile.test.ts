import { afterEach, expect, test, vi } from 'vitest';
import { twistMessages } from './support/hostile-decoders.ts';

/** What is wrong with what reads messages, or with the rules behind it. */
const broken = vi.hoisted(() => ({ throws: false, takes: false }));
afterEach(() => {
  broken.throws = false;
  broken.takes = false;
});

vi.mock('../../shared/protocol/messages.ts', async (original) => {
  const real = await original<typeof import('../../shared/protocol/messages.ts')>();
  const decodeInputRequest: typeof real.decodeInputRequest = (raw) => {
    if (broken.throws && typeof raw !== 'object') throw new TypeError('not an object');
    return real.decodeInputRequest(raw);
  };
  return { ...real, decodeInputRequest };
});
vi.mock('../../shared/rules/refusal.ts', async (original) => {
  const real = await original<typeof import('../../shared/rules/refusal.ts')>();
  const refusal: typeof real.refusal = (scenario, state, logged) => {
    const refused = real.refusal(scenario, state, logged);
    return broken.takes && refused?.code === 'phase/ended' ? null : refused;
  };
  return { ...real, refusal };
});

test('rubbish is read without a fault, and what is in order is refused where it may not be', () => {
  const { parsed, inOrder, refused, faults } = twistMessages(3_000, 'test');
  expect(faults).toEqual([]);
  expect(parsed).toBe(3_000);
  expect(inOrder).toBeGreaterThan(50);
  expect(refused).toBe(inOrder);
});

test('a reader that fails is found', () => {
  broken.throws = true;
  expect(twistMessages(3_000, 'test').faults).toContainEqual(expect.stringContaining('not an object'));
});

test('rules that take something out of phase are found', () => {
  broken.takes = true;
  expect(twistMessages(3_000, 'test').faults).toContainEqual(expect.stringContaining('out of phase'));
});
