import { indexOf } from '../catalogue/scenario-index.ts';
import type { ViewerId } from '../model/ids.ts';
import type { LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { viewFor } from '../view/view-for.ts';
import { editionOf, envelopeOf, type Foundation, type MatchFold, openFold, scenarioDigest } from './fold.ts';
import { type MatchRecord, RECORD_FORMAT, type RecordSeam, RULES_VERSION } from './record.ts';

type Saved = {
  readonly foundation: Foundation;
  readonly names: MatchRecord['names'];
  readonly inputs: readonly LoggedInput[];
  readonly fold: Pick<MatchFold, 'state' | 'seals' | 'seedHash'>;
  readonly seam?: RecordSeam | undefined;
};

/** No more than a record has of it, or its envelope would not be the one that is read. */
const seamOf = ({ seq, turn, before, state, seals }: RecordSeam): RecordSeam => ({ seq, turn, before, state, seals });

/** What is told of a match that was begun by something else than it is folded by now. */
const pastOf = (scenario: Scenario, { foundation: { begun }, seam }: Saved): Pick<MatchRecord, 'begun' | 'seam'> => {
  const now = editionOf(scenario);
  const isSame = begun === undefined || (begun.rules === now.rules && begun.digest === now.digest);
  return { ...(isSame ? {} : { begun }), ...(seam === undefined ? {} : { seam: seamOf(seam) }) };
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

const resultOf = (scenario: Scenario, fold: Pick<MatchFold, 'state'>): MatchRecord['result'] => {
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
    ...pastOf(scenario, saved),
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
  const { seam } = saved;
  const fold = openFold(scenario, saved.foundation, seam ?? null);
  const views: { turn: number; view: ReturnType<typeof viewFor> }[] = [];
  for (const logged of saved.inputs) {
    if (seam !== undefined && logged.seq <= seam.seq) continue;
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
    redacted: { reader, dropped: [...(seam === undefined ? [] : ['earlier turns']), 'inputs', 'seed', 'salt'], views },
  };
};

const unsaid = (state: MatchState): MatchState => ({
  ...state,
  messages: state.messages.map((message) => ({ ...message, text: '—' })),
  events: [...state.events].map((event) =>
    event.kind === 'said' ? { ...event, message: { ...event.message, text: '—' } } : event,
  ),
});

/** A copy without what was said; it can be replayed, but its seals no longer prove it. */
export const withoutMessages = (record: MatchRecord): MatchRecord => ({
  ...record,
  envelope: null,
  ...(record.seam === undefined ? {} : { seam: { ...record.seam, state: unsaid(record.seam.state) } }),
  inputs: record.inputs.map((logged) =>
    logged.input.kind === 'say' ? { ...logged, input: { ...logged.input, text: '—' } } : logged,
  ),
  redacted: { reader: 'public', dropped: ['messages'], views: [] },
});
