import { canonical } from '../kernel/canonical.ts';
import { digestOf, saltedDigest } from '../kernel/digest.ts';
import type { GameEvent } from '../model/event.ts';
import type { LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board, MatchState, Settings } from '../model/state.ts';
import { setup } from '../rules/setup.ts';
import { type Step, step } from '../rules/step.ts';
import { type MatchRecord, RULES_VERSION, type TurnSeal } from './record.ts';

/** The rules and the scenario, by its digest, that something was played by; null: nobody knows any more. */
export type Edition = { readonly rules: number | null; readonly digest: string | null };

/** What a match is founded on. Seed and salt are secret until its end. */
export type Foundation = {
  readonly id: string;
  readonly title: string;
  readonly seed: string;
  readonly salt: string;
  readonly settings: Settings;
  /** By what it was begun, where that may be something else than what it is folded by: its seals start from it. */
  readonly begun?: Edition | undefined;
};

/** Where a match is taken up whose beginning cannot be folded any more: as it stood then, and what had been sealed. */
export type FoldStart = { readonly state: MatchState; readonly seals: readonly TurnSeal[] };

/** The one way from inputs to state: the server, a replay, a bot's table and a verifier all fold. */
export type MatchFold = {
  readonly state: MatchState;
  /** One for every closed turn, chained; a rewound turn is sealed again. */ readonly seals: readonly TurnSeal[];
  /** How many of them there are, or are due. */ readonly closed: number;
  readonly seedHash: string;
  /** `tried`: what `step` gives for it in the present state, where that is known already. */
  readonly apply: (logged: LoggedInput, tried?: Step) => readonly GameEvent[];
};

/** What a fold is asked for when a turn has closed: the same state in another form. */
export type Keep = (state: MatchState) => MatchState;

const digests = new WeakMap<Scenario, string>();
export const scenarioDigest = (scenario: Scenario): string => {
  const known = digests.get(scenario) ?? digestOf(canonical(scenario));
  digests.set(scenario, known);
  return known;
};

export const editionOf = (scenario: Scenario): { readonly rules: number; readonly digest: string } => ({
  rules: RULES_VERSION,
  digest: scenarioDigest(scenario),
});

export const seedHashOf = (foundation: Pick<Foundation, 'seed' | 'salt'>): string =>
  digestOf(foundation.salt, foundation.seed);

/**
 * The board alone, salted: the same whatever order inputs came in and however often. References to
 * events are left out, since a repeated submission moves their numbers.
 */
export const boardDigest = (salt: string, board: Board): string =>
  saltedDigest(salt, {
    ...board,
    agreements: Object.values(board.agreements).map((one) => ({
      ...one,
      clauses: one.clauses.map((clause) => ({ ...clause, evidence: clause.evidence !== null })),
    })),
    grievances: board.grievances.map((one) => ({ ...one, because: null })),
    waste: board.waste.map((one) => ({ ...one, because: null })),
  });

const erasedBefore = ({ input }: LoggedInput): string | null =>
  input.kind === 'say' && input.erased !== undefined ? input.erased : null;

/**
 * What a seal holds of the inputs under it. Where something that was said has been erased since, the digest of before
 * stands beside it: the seal stays what it was, and no longer proves what else was said or ordered in that turn.
 */
export const inputsDigest = (salt: string, inputs: readonly LoggedInput[]): string =>
  inputs.map(erasedBefore).find((digest) => digest !== null) ?? saltedDigest(salt, inputs);

/** Whether a seal is due. */
export const isSealed = (events: readonly GameEvent[]): boolean =>
  events.some((event) => event.kind === 'turnClosed' || event.kind === 'matchEnded');

type ClosedTurn = { readonly turn: number; readonly board: Board; readonly inputs: readonly LoggedInput[] };

export const openFold = (
  scenario: Scenario,
  foundation: Foundation,
  start: FoldStart | null = null,
  keep: Keep = (state) => state,
): MatchFold & { readonly tidy: () => void } => {
  let state = start?.state ?? setup(scenario, { seed: foundation.seed, settings: foundation.settings });
  let since: LoggedInput[] = [];
  const seedHash = seedHashOf(foundation);
  const origin = (): string =>
    digestOf(
      canonical({
        id: foundation.id,
        title: foundation.title,
        rules: foundation.begun?.rules ?? RULES_VERSION,
        scenario: foundation.begun?.digest ?? scenarioDigest(scenario),
        settings: foundation.settings,
      }),
      seedHash,
    );
  const closed: ClosedTurn[] = [];
  const seals: TurnSeal[] = [...(start?.seals ?? [])];
  /** Sealing is dear and not always asked for. */
  const sealAll = (): readonly TurnSeal[] => {
    // What is sealed is let go: a board of each turn is more than all the rest of a match.
    for (const { turn, board, inputs } of closed.splice(0)) {
      const digest = boardDigest(foundation.salt, board);
      const chain = digestOf(seals.at(-1)?.chain ?? origin(), digest, inputsDigest(foundation.salt, inputs));
      seals.push({ turn, state: digest, chain });
    }
    return seals;
  };
  return {
    get state() {
      return state;
    },
    get seals() {
      return sealAll();
    },
    get closed() {
      return seals.length + closed.length;
    },
    seedHash,
    /** Asks for that form without a turn that closes. */
    tidy: () => {
      state = keep(state);
    },
    apply: (logged, tried) => {
      const turn = state.board.turn;
      const done = tried ?? step(scenario, state, logged);
      state = done.state;
      since.push(logged);
      if (isSealed(done.events)) {
        closed.push({ turn, board: state.board, inputs: since });
        since = [];
        state = keep(state);
      }
      return done.events;
    },
  };
};

/** What a whole record was founded on. */
export const foundationOf = (record: MatchRecord): Foundation => ({
  id: record.id,
  title: record.title,
  seed: record.seed ?? '',
  salt: record.salt ?? '',
  settings: record.settings,
  begun: record.begun,
});

/** A record's fold, and those of its inputs that are still to be applied to it. */
export const openRecord = (
  scenario: Scenario,
  record: MatchRecord,
): { readonly fold: MatchFold; readonly inputs: readonly LoggedInput[] } => {
  const { seam } = record;
  return {
    fold: openFold(scenario, foundationOf(record), seam ?? null),
    inputs: seam === undefined ? record.inputs : record.inputs.filter(({ seq }) => seq > seam.seq),
  };
};

/** Over the whole record but itself. */
export const envelopeOf = (record: MatchRecord): string => digestOf(canonical({ ...record, envelope: null }));
