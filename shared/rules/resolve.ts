import type { Board } from '../model/state.ts';
import type { Log } from './log.ts';
import { runClauses } from './resolution/clauses.ts';
import { runCourts } from './resolution/court.ts';
import { runCovert } from './resolution/covert.ts';
import { runDiplomacy } from './resolution/diplomacy.ts';
import { runDoors } from './resolution/doors.ts';
import { runForce } from './resolution/force.ts';
import { runGaps } from './resolution/gaps.ts';
import { runGates } from './resolution/gates.ts';
import { runGovernments } from './resolution/governments.ts';
import { runPolicies } from './resolution/policies.ts';
import { runProjects } from './resolution/projects.ts';
import { reveal } from './resolution/reveal.ts';
import { runScores, runStability, runTension } from './resolution/settle.ts';
import { runSites } from './resolution/sites.ts';
import { runSqueezes } from './resolution/squeeze.ts';
import type { Turn } from './resolution/turn.ts';
import { runWar } from './resolution/war.ts';

/** `alone`: it reads nothing but the turn's start and what it writes itself, so that no still board is made for it. */
type Step =
  | { readonly name: string; readonly run: (turn: Turn, before: Board) => void }
  | { readonly name: string; readonly alone: (turn: Turn) => void };

/**
 * Everything at once, in the book's order of steps. Each reads the state as the step began, so that
 * the order in which orders arrived cannot matter.
 */
const STEPS: readonly Step[] = [
  { name: 'gates', alone: runGates },
  { name: 'doors', alone: runDoors },
  { name: 'covert', run: runCovert },
  { name: 'squeeze', alone: runSqueezes },
  { name: 'court', run: courtAndGaps },
  { name: 'sites', run: runSites },
  { name: 'projects', run: runProjects },
  { name: 'diplomacy', run: runDiplomacy },
  { name: 'force', run: runForce },
  { name: 'tension', run: runTension },
  { name: 'governments', run: runGovernments },
  { name: 'stability', run: runStability },
  { name: 'clauses', run: runClauses },
  { name: 'policies', run: runPolicies },
  { name: 'war', alone: runWar },
  { name: 'scores', alone: runScores },
];

function courtAndGaps(turn: Turn, before: Board): void {
  runCourts(turn, before);
  runGaps(turn, before);
}

export const resolve = (log: Log): void => {
  const turn = reveal(log);
  for (const step of STEPS) {
    if ('alone' in step) step.alone(turn);
    else step.run(turn, log.still().board);
  }
};
