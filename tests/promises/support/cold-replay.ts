import { foundationOf } from '../../../server/match/foundation.ts';
import { ViewVersions } from '../../../server/match/view-versions.ts';
import type { StoredMatch } from '../../../server/store/match-store.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { TurnDigest } from '../../../shared/protocol/messages.ts';
import { type MatchFold, openFold } from '../../../shared/replay/fold.ts';
import { fullRecord } from '../../../shared/replay/make-record.ts';
import type { TurnSeal } from '../../../shared/replay/record.ts';
import { verifyRecord } from '../../../shared/replay/verify.ts';
import { viewFor } from '../../../shared/view/view-for.ts';
import type { LogRow } from './store-file.ts';

/** Each part of a view by name, digested: enough to name what differs, and small enough to keep thousands. */
export type Fields = { readonly [field: string]: string };
/** What one client had before its eyes, and which turn digests it had written down. */
export type Sighting = {
  readonly match: string;
  readonly viewer: string;
  readonly version: number;
  readonly digests: readonly TurnDigest[];
  readonly fields: Fields;
};
export type Mismatch = {
  readonly match: string;
  readonly viewer: string;
  readonly turn: number;
  readonly field: string;
};

export const fieldsOf = (view: SeatView): Fields => {
  const { board, ...rest } = view;
  const parts = [
    ...Object.entries(rest),
    ...Object.entries(board).map(([name, value]) => [`board.${name}`, value] as const),
  ];
  return Object.fromEntries(parts.map(([name, value]) => [name, digestOf(canonical(value ?? null))]));
};

export const differingFields = (a: Fields, b: Fields): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => a[field] !== b[field]);

const digestsOf = (fold: MatchFold): string => canonical(fold.seals.map(({ turn, chain }) => ({ turn, chain })));

/** Folds a log from nothing and says where somebody saw anything else. */
export const compareWithLog = (
  scenario: Scenario,
  stored: StoredMatch,
  rows: readonly LogRow[],
  sightings: readonly Sighting[],
): readonly Mismatch[] => {
  const fold = openFold(scenario, foundationOf(stored));
  const versions = new ViewVersions(scenario.powers.map(({ id }) => id));
  const waiting = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const key = `${one.viewer} ${one.version}`;
    waiting.set(key, [...(waiting.get(key) ?? []), one]);
  }
  const mismatches: Mismatch[] = [];
  const compare = (viewer: string): void => {
    const key = `${viewer} ${versions.of(viewer)}`;
    const seen = waiting.get(key);
    if (seen === undefined) return;
    waiting.delete(key);
    const fields = fieldsOf(viewFor(scenario, fold.state, viewer));
    const digests = digestsOf(fold);
    for (const one of seen) {
      const wrong = [
        ...differingFields(one.fields, fields),
        ...(canonical(one.digests) === digests ? [] : ['digests']),
      ];
      const { turn } = fold.state.board;
      for (const field of wrong) mismatches.push({ match: stored.id, viewer, turn, field });
    }
  };
  for (const { seq, at, seat, input } of rows) {
    const events = fold.apply({ seq, at, seat, input });
    for (const viewer of versions.count(events)) compare(viewer);
  }
  for (const [one] of waiting.values())
    if (one !== undefined) mismatches.push({ match: stored.id, viewer: one.viewer, turn: 0, field: 'version' });
  return mismatches;
};

export type Played = { readonly why: string | null; readonly seals: readonly TurnSeal[] };

/** A log read as a record: is every input lawful in its place, does every seal hold? `why`: the sentence that says where not. */
export const playedAs = (scenario: Scenario, stored: StoredMatch, rows: readonly LogRow[]): Played => {
  const fold = openFold(scenario, foundationOf(stored));
  const inputs = rows.map(({ seq, at, seat, input }) => ({ seq, at, seat, input }));
  for (const logged of inputs) fold.apply(logged);
  const record = fullRecord(scenario, { foundation: foundationOf(stored), names: {}, inputs, fold });
  const verdict = verifyRecord(JSON.parse(JSON.stringify(record)), () => scenario);
  const why = verdict.ok ? null : `${stored.id}, turn ${verdict.turn}: ${verdict.why}`;
  return { why, seals: [...fold.seals] };
};
