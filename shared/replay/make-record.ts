import { indexOf } from '../catalogue/scenario-index.ts';
import type { ViewerId } from '../model/ids.ts';
import type { LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import { viewFor } from '../view/view-for.ts';
import { envelopeOf, type Foundation, type MatchFold, openFold, scenarioDigest } from './fold.ts';
import { type MatchRecord, RECORD_FORMAT, RULES_VERSION } from './record.ts';

type Saved = {
  readonly foundation: Foundation;
  readonly names: MatchRecord['names'];
  readonly inputs: readonly LoggedInput[];
  readonly fold: MatchFold;
};

const headOf = (scenario: Scenario, { foundation, names, fold }: Saved) => ({
  format: RECORD_FORMAT,
  id: foundation.id,
  rulesVersion: RULES_VERSION,
  scenario: { id: scenario.id, digest: scenarioDigest(scenario) },
  seedHash: fold.seedHash,
  title: foundation.title,
  settings: foundation.settings,
  names,
});

const resultOf = (scenario: Scenario, fold: MatchFold): MatchRecord['result'] => {
  const { table, board } = fold.state;
  if (table.ended === null) return null;
  const scores = Object.fromEntries(
    indexOf(scenario).powers.map((power) => [power, board.scores.powers[power]?.full ?? 0]),
  );
  return { reason: table.ended, scores, joint: board.scores.joint };
};

/** Everything, for a match that has ended. */
export const fullRecord = (scenario: Scenario, saved: Saved): MatchRecord => {
  const { seed, salt } = saved.foundation;
  const record: MatchRecord = {
    ...headOf(scenario, saved),
    seed,
    salt,
    inputs: saved.inputs,
    turns: [...saved.fold.seals],
    envelope: null,
    result: resultOf(scenario, saved.fold),
    redacted: null,
  };
  return { ...record, envelope: envelopeOf(record) };
};

/**
 * What one reader may take away: the views that were its own as each turn began, and now. It says what
 * it leaves out by kind, never by count, which would be a secret of its own.
 */
export const redactedRecord = (scenario: Scenario, saved: Saved, reader: ViewerId): MatchRecord => {
  const fold = openFold(scenario, saved.foundation);
  const views: { turn: number; view: ReturnType<typeof viewFor> }[] = [];
  for (const logged of saved.inputs) {
    const events = fold.apply(logged);
    if (events.some((event) => event.kind === 'phaseOpened' && event.phase === 'negotiation')) {
      views.push({ turn: fold.state.board.turn, view: viewFor(scenario, fold.state, reader) });
    }
  }
  views.push({ turn: fold.state.board.turn, view: viewFor(scenario, fold.state, reader) });
  return {
    ...headOf(scenario, saved),
    seed: null,
    salt: null,
    inputs: [],
    turns: [...fold.seals],
    envelope: null,
    result: resultOf(scenario, fold),
    redacted: { reader, dropped: ['inputs', 'seed', 'salt'], views },
  };
};

/** A copy without what was said; it can be replayed, but its seals no longer prove it. */
export const withoutMessages = (record: MatchRecord): MatchRecord => ({
  ...record,
  envelope: null,
  inputs: record.inputs.map((logged) =>
    logged.input.kind === 'say' ? { ...logged, input: { ...logged.input, text: '—' } } : logged,
  ),
  redacted: { reader: 'public', dropped: ['messages'], views: [] },
});
