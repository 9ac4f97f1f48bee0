import { foundationOf } from '../../../server/match/foundation.ts';
import type { StoredMatch } from '../../../server/store/match-store.ts';
import { type MatchFold, openFold } from '../../../shared/replay/fold.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import type { Outage } from './serving.ts';
import type { LogRow } from './store-file.ts';

/** One phase of one match. `to` null: it has not ended. Times are of whoever noted them. */
export type Span = {
  readonly match: string;
  readonly turn: number;
  readonly phase: string;
  readonly from: number;
  readonly to: number | null;
};

/** Reads along in one match's log and knows when its phases opened and what deadline runs. */
export class PhaseReader {
  readonly match: string;
  readonly #fold: MatchFold;
  readonly #spans: Span[] = [];
  /** By how much each deadline was passed when it was met. */ readonly late: number[] = [];
  /** Each deadline that has ever run. */ readonly deadlines: number[] = [];
  seq = 0;
  closed = 0;

  constructor(stored: StoredMatch) {
    this.match = stored.id;
    this.#fold = openFold(charter2025, foundationOf(stored));
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }
  get deadline(): number | null {
    return this.#fold.state.table.deadline;
  }

  /** `at`: when the reader noticed the row, if not when the log says that it was. */
  read({ seq, at, seat, input }: LogRow, noticed = at): void {
    const before = this.deadline;
    const events = this.#fold.apply({ seq, at, seat, input });
    this.seq = seq;
    if (input.kind === 'deadlineReached' && before !== null) this.late.push(at - before);
    for (const event of events) {
      if (event.kind === 'turnClosed') this.closed += 1;
      if (event.kind !== 'phaseOpened' && event.kind !== 'matchEnded') continue;
      const open = this.#spans.at(-1);
      if (open !== undefined && open.to === null) this.#spans[this.#spans.length - 1] = { ...open, to: noticed };
      if (event.kind === 'phaseOpened')
        this.#spans.push({ match: this.match, turn: event.turn, phase: event.phase, from: noticed, to: null });
    }
    if (this.deadline !== null && this.deadline !== before) this.deadlines.push(this.deadline);
  }
}

/** ms of a phase in which a server was up. */
export const playable = ({ from, to }: Span, outages: readonly Outage[]): number => {
  const end = to ?? from;
  const lost = outages.map((outage) => Math.max(0, Math.min(end, outage.to) - Math.max(from, outage.from)));
  return end - from - lost.reduce((sum, ms) => sum + ms, 0);
};

/** Phases that opened more than once, or out of their order, in one match. */
export const repeatedPhases = (spans: readonly Span[]): readonly string[] => {
  const place = ({ turn, phase }: Span): number => turn * 2 + (phase === 'orders' ? 1 : 0);
  return spans.flatMap((span, i) => {
    const before = spans[i - 1];
    return before !== undefined && place(span) <= place(before)
      ? [`${span.match}: ${span.phase} of turn ${span.turn}`]
      : [];
  });
};
