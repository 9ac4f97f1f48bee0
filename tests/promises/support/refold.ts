import { inflate } from '../../../client/net/inflate.ts';
import { deflate } from '../../../server/match/squeeze.ts';
import { ViewVersions } from '../../../server/match/view-versions.ts';
import { simulate } from '../../../shared/analysis/simulate.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import type { LoggedInput } from '../../../shared/model/input.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { LENGTHS, type MatchState } from '../../../shared/model/state.ts';
import { foundationOf, openFold } from '../../../shared/replay/fold.ts';
import type { MatchRecord } from '../../../shared/replay/record.ts';
import { verifyRecord } from '../../../shared/replay/verify.ts';
import { viewFor } from '../../../shared/view/view-for.ts';
import { decodeChange, encodeChange } from '../../../shared/wire/change.ts';
import { differingFields, type Fields, fieldsOf, type Mismatch } from './cold-replay.ts';

/** As it comes out of a file or off a wire. */
const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const stateFields = ({ board, ...rest }: MatchState): Fields =>
  Object.fromEntries(
    [...Object.entries(rest), ...Object.entries(board).map(([name, value]) => [`board.${name}`, value] as const)].map(
      ([name, value]) => [name, digestOf(canonical(value ?? null))],
    ),
  );

export type RefoldOptions = {
  readonly scenario: Scenario;
  readonly viewer: string;
  /** Replaced only by the test that proves that a wrong one is found. */ readonly encode?: typeof encodeChange;
};

/**
 * A record folded from nothing, beside one viewer who follows it by changes alone as a page does. Says
 * where that viewer, the record's seals or the state it ended in are not what the fold gives.
 */
export const refold = (record: MatchRecord, ended: MatchState, options: RefoldOptions): readonly Mismatch[] => {
  const { scenario, viewer } = options;
  const mismatches: Mismatch[] = [];
  const note = (turn: number, who: string, fields: readonly string[]): void => {
    for (const field of fields) mismatches.push({ match: record.id, viewer: who, turn, field });
  };
  const verdict = verifyRecord(record, () => scenario);
  if (!verdict.ok) note(verdict.turn, 'record', ['seals']);

  const fold = openFold(scenario, foundationOf(record));
  const versions = new ViewVersions(scenario.powers.map(({ id }) => id));
  let sent = viewFor(scenario, fold.state, viewer);
  let followed = carried(sent);
  const follow = (logged: LoggedInput): void => {
    const { turn } = fold.state.board;
    const events = fold.apply(logged);
    const closed = events.some(({ kind }) => kind === 'turnClosed' || kind === 'matchEnded');
    if (versions.count(events).includes(viewer)) {
      const next = viewFor(scenario, fold.state, viewer);
      const change = (options.encode ?? encodeChange)(scenario, sent, next, deflate);
      followed = decodeChange(scenario, followed, change, inflate);
      sent = next;
    }
    if (!closed) return;
    const view = fieldsOf(viewFor(scenario, fold.state, viewer));
    note(turn, viewer, differingFields(fieldsOf(followed), view));
  };
  for (const logged of record.inputs) follow(logged);
  note(fold.state.board.turn, 'server', differingFields(stateFields(ended), stateFields(fold.state)));
  return mismatches;
};

export type Shard = { readonly from: number; readonly to: number; readonly within: number };
export type ShardResult = {
  readonly matches: number;
  readonly turns: number;
  readonly mismatches: readonly Mismatch[];
};

/** Matches of bots that do anything legal, one after the other, until they are done or the time is over. */
export const refoldShard = (scenario: Scenario, { from, to, within }: Shard): ShardResult => {
  const end = performance.now() + within;
  const mismatches: Mismatch[] = [];
  let matches = 0;
  let turns = 0;
  for (let number = from; number < to && performance.now() < end; number += 1) {
    const length = LENGTHS[number % LENGTHS.length] ?? 'sprint';
    const viewer = scenario.powers[number % scenario.powers.length]?.id ?? 'public';
    const { record, fold } = simulate(scenario, { seed: `promise-${number}`, bots: ['random'], length });
    mismatches.push(...refold(carried(record), fold.state, { scenario, viewer }));
    matches += 1;
    turns += record.turns.length;
  }
  return { matches, turns, mismatches };
};
