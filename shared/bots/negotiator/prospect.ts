import type { PowerId } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { totalOf } from '../../rules/stages.ts';
import { wonBoard } from './kept.ts';
import type { Stakes, Worth } from './stakes.ts';
import type { Touched } from './touched.ts';

/** What a board promises beyond the score that it shows now. */
export type Prospect = {
  readonly on: Worth;
  readonly change: (board: Board, touched: Touched) => number;
};

/** Hundredths for a point of each track. */
const POOR = { under: 20, worth: 9 };
const RICH = { under: 50, worth: 3 };
const SHAKY = { under: 45, worth: 9 };
const CRISIS = { under: 30, worth: 28 };
const WORD = 5;
const READY = 12;
/** A front near war frightens everybody. */
const HOT = { over: 6, worth: 25 };
/** Of a project's worth, how much a part of its work is reckoned at, in percent. */
const WORKS = 60;

const upTo = (value: number, { under, worth }: { readonly under: number; readonly worth: number }): number =>
  Math.min(value, under) * worth;

/** What it would be worth to a power that a sponsor finished a project, from here. */
type Hope = {
  readonly project: string;
  readonly sponsor: string;
  readonly goal: number;
  readonly worth: number;
  /** Whether it can be done by the end, in percent. */ readonly feasible: number;
};

/** Points that all sponsors together are likely to add in a turn. */
const A_TURN = 5;

const hopesOf = (scenario: Scenario, board: Board, stakes: Stakes, left: number): readonly Hope[] => {
  return scenario.projects.flatMap(({ id, goal, sponsors, onWon }) => {
    const shares = onWon.flatMap((effect) => (effect.kind === 'share' ? [`share/${effect.host}`] : []));
    return board.projects[id]?.winner === null
      ? sponsors.map((sponsor) => ({
          project: id,
          sponsor,
          goal,
          feasible: Math.max(0, Math.min(100, 130 - Math.floor((100 * (goal - totalOf(board, id))) / (A_TURN * left)))),
          worth: stakes.change(wonBoard(scenario, board, id, sponsor), new Set(['pct', 'flow', ...shares])),
        }))
      : [];
  });
};

export const prospectOf = (
  scenario: Scenario,
  board: Board,
  power: PowerId,
  left: number,
  stakes: Stakes,
): Prospect => {
  const hopes = hopesOf(scenario, board, stakes, left).filter(({ worth }) => worth !== 0);
  const fronts = scenario.fronts.filter(({ parties, background }) => !background && parties.includes(power));
  // The nearer the end, the less there is to spend it on.
  const ahead = Math.min(100, 15 * (left - 1));
  const beyond = (on: Board): number => {
    const tracks = on.tracks[power];
    if (tracks === undefined) return 0;
    const purse = upTo(tracks.treasury, POOR) + Math.max(0, upTo(tracks.treasury, RICH) - POOR.under * RICH.worth);
    let sum = purse + WORD * tracks.credibility + READY * tracks.readiness;
    for (const { under, worth } of [SHAKY, CRISIS]) sum -= Math.max(0, under - tracks.stability) * worth;
    for (const { project, sponsor, goal, worth, feasible } of hopes) {
      const now = on.projects[project];
      if (now?.winner === null) sum += (worth * (now.progress[sponsor] ?? 0) * WORKS * feasible) / (10_000 * goal);
    }
    for (const { id } of fronts) sum -= Math.max(0, (on.fronts[id]?.tension ?? 0) - HOT.over) * HOT.worth;
    return Math.round((sum * ahead) / 100);
  };
  let now: number | null = null;
  return {
    on: beyond,
    change: (changed, touched) => {
      if (!touched.has('pct') && !touched.has('tension') && !touched.has('track')) return 0;
      now ??= beyond(board);
      return beyond(changed) - now;
    },
  };
};
