import { hash } from 'node:crypto';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { editionOf } from '../../shared/replay/fold.ts';
import type { MatchStore, StoredInput, StoredMatch, StoredSeam } from '../store/match-store.ts';
import type { Entropy, Journal } from './clock.ts';

/** Names of this run of a server on its store and of the one before, which nobody else has. */
export type Runs = { readonly now: string; readonly before: string | null };

const FACT = 'run';

/** Begins a run. The store must be nobody else's by then. */
export const noteRun = async (store: Pick<MatchStore, 'fact' | 'putFact'>, entropy: Entropy): Promise<Runs> => {
  const before = await store.fact(FACT);
  const now = entropy.hex(16);
  await store.putFact(FACT, now);
  return { now, before };
};

/** What has been made of a log so far, so far as it is not in the log's lines one after another. */
type History = {
  readonly stored: Pick<StoredMatch, 'id'>;
  readonly seam: StoredSeam | null;
  readonly rows: readonly StoredInput[];
};

const isErased = ({ input }: StoredInput): boolean => input.kind === 'say' && input.erased !== undefined;

/**
 * The lines of versions of one match. In one line the same version is the same view, so a line is of one run of the
 * server: a store that was put back to an older state counts on otherwise. It tells nobody anything.
 */
export class ViewLines {
  readonly #runs: Runs;
  readonly #about: string;

  constructor(runs: Runs, scenario: Scenario, { stored, seam, rows }: History) {
    this.#runs = runs;
    const { rules, digest } = editionOf(scenario);
    const history = [stored.id, seam?.seq ?? 0, rows.filter(isErased).length];
    this.#about = [PROTOCOL_VERSION, rules, digest, ...history].join(' ');
  }

  of(viewer: ViewerId): string {
    return this.#lineIn(this.#runs.now, viewer);
  }
  /** Of the run before, which this one has taken over as its log stood. */
  before(viewer: ViewerId): string | null {
    return this.#runs.before === null ? null : this.#lineIn(this.#runs.before, viewer);
  }

  #lineIn(run: string, viewer: ViewerId): string {
    return hash('sha256', `${run} ${viewer} ${this.#about}`).slice(0, 16);
  }
}

/** How those who come back with a view are told what has changed in it. */
export type GoingOn = {
  readonly lines: ViewLines;
  /** They are told all of it. */ readonly onFault: (error: unknown) => void;
};

type Opened = History & { readonly runs: Runs; readonly scenario: Scenario; readonly journal: Journal };
export const goingOn = ({ runs, scenario, journal, ...history }: Opened): GoingOn => ({
  lines: new ViewLines(runs, scenario, history),
  onFault: (error) => journal.error({ match: history.stored.id, error }, 'a view could not be gone on from'),
});
