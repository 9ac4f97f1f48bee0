import { ERASED, type LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import { refusal } from '../rules/refusal.ts';
import { envelopeOf, type MatchFold, openRecord, scenarioDigest, seedHashOf } from './fold.ts';
import { decodeRecord, type MatchRecord, RULES_VERSION, type TurnSeal } from './record.ts';

export type Verdict =
  | {
      readonly ok: true;
      readonly turns: number;
      readonly chain: string;
      /** The first turn that it proves: 1, but where other rules were in force before it. */
      readonly from: number;
      /** False: by which rules it was begun was not noted then, so that today’s prove no more than themselves. */
      readonly noted: boolean;
      /** Turns in which something said has been erased since: of what else was said and ordered in them only the outcome is proved. */
      readonly erased: readonly number[];
    }
  /** `turn` 0: the head of the record is wrong. */
  | { readonly ok: false; readonly turn: number; readonly why: string };

const wrong = (turn: number, why: string): Verdict => ({ ok: false, turn, why });

/** Plays a record again and compares every seal; names the first turn that is not as it was played. */
export const verifyRecord = (raw: unknown, scenarioById: (id: string) => Scenario | null): Verdict => {
  const decoded = decodeRecord(raw);
  if (!decoded.ok) return wrong(0, decoded.why);
  const { record } = decoded;
  const head = checkHead(record, scenarioById);
  if (typeof head === 'string') return wrong(0, head);
  try {
    return replay(record, head);
  } catch {
    return wrong(firstUnsealed(record, 0), 'An input of this turn cannot be played.');
  }
};

const checkHead = (record: MatchRecord, scenarioById: (id: string) => Scenario | null): Scenario | string => {
  const scenario = scenarioById(record.scenario.id);
  if (scenario === null) return `The scenario “${record.scenario.id}” is not known here.`;
  if (record.redacted !== null)
    return `This copy leaves out ${record.redacted.dropped.join(', ')}: it can be read but not verified.`;
  if (record.seed === null || record.salt === null) return 'The match has not ended: its seed is still sealed.';
  if (record.rulesVersion !== RULES_VERSION)
    return `The match was played by rules ${record.rulesVersion}; these are rules ${RULES_VERSION}.`;
  if (scenarioDigest(scenario) !== record.scenario.digest)
    return 'The scenario has changed since the match was played.';
  if (record.seam !== undefined && record.seam.seq >= record.inputs.length)
    return `The match was played by ${editionText(record.seam.before)}; these are rules ${RULES_VERSION}.`;
  if (seedHashOf({ seed: record.seed, salt: record.salt }) !== record.seedHash)
    return 'Seed and salt are not the ones that were committed at the start.';
  return scenario;
};

const editionText = ({ rules }: NonNullable<MatchRecord['begun']>): string =>
  rules === null ? 'rules that nobody has noted' : `rules ${rules}, or over another form of the scenario`;

const firstUnsealed = (record: MatchRecord, sealed: number): number =>
  record.turns[sealed]?.turn ?? (record.turns.at(-1)?.turn ?? 0) + 1;

const replay = (record: MatchRecord, scenario: Scenario): Verdict => {
  const { fold } = openRecord(scenario, record);
  const from = Math.max(1, fold.state.board.turn);
  let seen = 0;
  const erased = new Set<number>();
  for (const [i, logged] of record.inputs.entries()) {
    if (logged.seq !== i + 1)
      return wrong(firstUnsealed(record, seen), `Input ${i + 1} carries the number ${logged.seq}.`);
    if (record.seam !== undefined && logged.seq <= record.seam.seq) continue;
    const refused = refusal(scenario, fold.state, logged);
    if (refused !== null)
      return wrong(firstUnsealed(record, seen), `Input ${i + 1} could not have been accepted (${refused.code}).`);
    const gone = erasure(logged);
    if (gone === 'partial')
      return wrong(firstUnsealed(record, seen), `Input ${i + 1} is marked as erased and still says something.`);
    if (gone === 'whole') erased.add(fold.state.board.turn);
    fold.apply(logged);
    for (; seen < fold.seals.length; seen += 1) {
      const problem = compareSeals(fold.seals[seen] as TurnSeal, record.turns[seen]);
      if (problem !== null) return problem;
    }
  }
  if (record.turns.length > seen)
    return wrong(record.turns[seen]?.turn ?? 0, 'The record holds a seal for a turn that it does not play.');
  return checkResult(record, fold, { from, noted: record.begun?.rules !== null, erased: [...erased] });
};

/** Null: it says what it said. */
const erasure = ({ input }: LoggedInput): 'whole' | 'partial' | null => {
  if (input.kind !== 'say' || input.erased === undefined) return null;
  return input.text === ERASED ? 'whole' : 'partial';
};

const compareSeals = (mine: TurnSeal, theirs: TurnSeal | undefined): Verdict | null => {
  if (theirs === undefined) return wrong(mine.turn, 'The record holds no seal for this turn.');
  if (mine.turn !== theirs.turn || mine.state !== theirs.state) {
    return wrong(mine.turn, 'The position at its end is not what was played.');
  }
  return mine.chain === theirs.chain
    ? null
    : wrong(mine.turn, 'What was said or ordered in it is not what was played.');
};

const checkResult = (
  record: MatchRecord,
  fold: MatchFold,
  proved: Pick<Extract<Verdict, { readonly ok: true }>, 'from' | 'noted' | 'erased'>,
): Verdict => {
  const { ended } = fold.state.table;
  const last = record.turns.at(-1)?.turn ?? 0;
  if ((record.result === null) !== (ended === null) || (record.result !== null && record.result.reason !== ended))
    return wrong(last, 'The result is not what was played.');
  for (const [power, score] of Object.entries(record.result?.scores ?? {})) {
    if (fold.state.board.scores.powers[power]?.full !== score)
      return wrong(last, 'The scores are not what was played.');
  }
  if (record.result !== null && record.result.joint !== fold.state.board.scores.joint)
    return wrong(last, 'The scores are not what was played.');
  if (envelopeOf(record) !== record.envelope) return wrong(0, 'The head of the record is not what was saved.');
  return {
    ok: true,
    turns: fold.seals.length - (record.seam?.seals.length ?? 0),
    chain: fold.seals.at(-1)?.chain ?? '',
    ...proved,
  };
};
