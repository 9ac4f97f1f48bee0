import { isClassAct } from '../../../server/classroom/class-desk.ts';
import { simulate } from '../../../shared/analysis/simulate.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import { luckFor } from '../../../shared/kernel/luck.ts';
import type { Input } from '../../../shared/model/input.ts';
import type { MatchState } from '../../../shared/model/state.ts';
import { createClass, createMatch, createPerson, joinTable, takeSeat } from '../../../shared/protocol/http.ts';
import { decode, decodeActRequest, decodeInputRequest } from '../../../shared/protocol/messages.ts';
import { foundationOf, openFold } from '../../../shared/replay/fold.ts';
import { refusal } from '../../../shared/rules/refusal.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { frozen } from '../../fuzz/sampled-checks.ts';
import { twisted } from './hostile-values.ts';

export type DecoderTally = {
  parsed: number;
  /** Twisted and yet in order, as leaving out what may be left out is. */ inOrder: number;
  /** In order, and refused for the phase or the seat. */ refused: number;
  readonly faults: string[];
};

const BODIES = [createMatch, createClass, createPerson, joinTable, takeSeat] as const;
const BODY_EXAMPLES: readonly unknown[] = [
  {
    kind: 'private',
    name: 'Anna',
    power: 'ARM',
    length: 'sprint',
    pace: 'untimed',
    press: 'full',
    bots: { bot: 'hold' },
    title: 'T',
  },
  {
    name: 'Anna',
    title: 'Class',
    tables: 3,
    length: 'sprint',
    pace: 'untimed',
    press: 'full',
    bots: { bot: 'negotiator', level: 'easy' },
  },
  { name: 'Anna' },
  { name: 'Anna', power: 'ARM', watch: false },
  { power: null },
];

/** What bots really sent, and states in which nothing of it may be taken from anybody. */
const ground = () => {
  const { record } = simulate(charter2025, { seed: 'hostile', bots: ['random', 'scripted'], length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  const states: MatchState[] = [fold.state];
  for (const [i, logged] of record.inputs.entries()) {
    fold.apply(logged);
    if (i === record.inputs.length >> 1) states.push(fold.state);
  }
  states.push(fold.state);
  const [before, during, after] = states.map((state) => frozen(state));
  if (before === undefined || during === undefined || after === undefined) throw new Error('there is no ground');
  return { inputs: record.inputs.map(({ input }) => input), before, during, after };
};

type Ground = ReturnType<typeof ground>;

/** In order: it must be refused where it is out of phase, and judged without a fault where it might be taken. */
const judge = ({ before, during, after }: Ground, input: Input, tally: DecoderTally): void => {
  tally.inOrder += 1;
  const { powers } = indexOf(charter2025);
  for (const state of [before, after]) {
    if (refusal(charter2025, state, { at: 1, seat: powers[0] ?? '', input }) === null)
      tally.faults.push(`${input.kind} is taken out of phase`);
  }
  for (const seat of ['nobody', '__proto__', 'constructor']) {
    if (refusal(charter2025, during, { at: 1, seat, input }) === null)
      tally.faults.push(`${input.kind} is taken of ${seat}`);
  }
  refusal(charter2025, during, { at: 1, seat: powers[1] ?? '', input });
  tally.refused += 1;
};

/** So many messages and bodies that nobody should send, through everything that reads one. */
export const twistMessages = (count: number, seed: string): DecoderTally => {
  const on = ground();
  const luck = luckFor('hostile', seed);
  const tally: DecoderTally = { parsed: 0, inOrder: 0, refused: 0, faults: [] };
  const sealed = digestOf(canonical(on.during));
  while (tally.parsed < count && tally.faults.length < 10) {
    const request = { id: 'request-1', basedOn: 1, input: luck.pick(on.inputs) };
    const which = luck.integer(0, 9);
    const body = which - 5;
    const { value, how } = twisted(which < 5 ? request : BODY_EXAMPLES[body], luck);
    try {
      if (which < 5) {
        const read = which < 4 ? decodeInputRequest(value) : decodeActRequest(value);
        isClassAct(value);
        if (read.ok) judge(on, read.value.input, tally);
      } else decode<unknown>(BODIES[body] ?? createPerson, value, 'body');
    } catch (error) {
      tally.faults.push(`${how}: ${String(error).slice(0, 200)}`);
    }
    tally.parsed += 1;
  }
  if (digestOf(canonical(on.during)) !== sealed) tally.faults.push('a state was changed');
  if ('isAdmin' in {}) tally.faults.push('a prototype was changed');
  return tally;
};
