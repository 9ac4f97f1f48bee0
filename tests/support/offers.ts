import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import { familyOf, type Order, type VerbFamily } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board } from '../../shared/model/state.ts';
import { formatOrder } from '../../shared/notation/order-notation.ts';
import { type Ground, groundOfBoard, groundOfView } from '../../shared/rules/verbs/ground.ts';
import { everyOffer, refuseOrder } from '../../shared/rules/verbs/registry.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, seated } from './given.ts';

/** Every order of the family that can be written about what the board has, sensible or not. */
const CANDIDATES: {
  readonly [F in 'diplomacy' | 'projects' | 'covert' | 'force']: (scenario: Scenario, board: Board) => readonly Order[];
} = {
  diplomacy: (scenario, board) => [
    ...scenario.fronts.flatMap(({ id }): Order[] => [
      { verb: 'mediate', front: id },
      { verb: 'monitor', front: id },
      { verb: 'recognise', what: id },
    ]),
    ...indexOf(scenario).actors.flatMap((host): Order[] => [
      { verb: 'recognise', what: host },
      { verb: 'sanction', host },
    ]),
    ...scenario.measures.map(({ id }): Order => ({ verb: 'lift', measure: id })),
    ...Object.values(board.agreements).flatMap(({ id, clauses }) =>
      clauses.map((clause): Order => ({ verb: 'denounce', agreement: id, clause: clause.id })),
    ),
  ],
  projects: (scenario) =>
    scenario.projects.flatMap(({ id }): Order[] => [
      { verb: 'sponsor', project: id },
      ...indexOf(scenario).actors.map((sponsor): Order => ({ verb: 'award', project: id, sponsor })),
    ]),
  covert: (scenario) =>
    indexOf(scenario).actors.flatMap((host): Order[] => [
      { verb: 'spy', host },
      { verb: 'destabilise', host },
      { verb: 'coup', host },
      ...scenario.projects.map(({ id }): Order => ({ verb: 'sabotage', host, project: id })),
      ...[...indexOf(scenario).gates.keys()].map((gate): Order => ({ verb: 'blockade', host, gate })),
    ]),
  force: (scenario) => [
    { verb: 'mobilise' },
    { verb: 'standDown' },
    ...indexOf(scenario).actors.flatMap((host): Order[] => [
      { verb: 'deter', host },
      ...scenario.fronts.flatMap(({ id: front }): Order[] => [
        { verb: 'probe', host, front },
        ...[...indexOf(scenario).prizes.keys()].map((prize): Order => ({ verb: 'operate', host, front, prize })),
      ]),
    ]),
  ],
};

const offered = (ground: Ground, family: VerbFamily, power: PowerId): readonly string[] =>
  everyOffer(ground)
    .filter(({ order }) => familyOf(order.verb) === family)
    .map(({ order }) => formatOrder(power, order))
    .sort();

/** For each power in a position: what its board offers, what its view offers, and what no rule refuses. */
export const offersIn = (
  family: keyof typeof CANDIDATES,
  given: readonly string[],
): readonly {
  readonly ofBoard: readonly string[];
  readonly ofView: readonly string[];
  readonly allowed: readonly string[];
}[] => {
  const start = seated(bare);
  const placed = { ...start, board: given.reduce(place, start.board) };
  const { state } = give(bare, placed, 'facilitator', { kind: 'start' });
  return indexOf(bare).powers.map((power) => {
    const ground = groundOfBoard(bare, state.board, power);
    return {
      ofBoard: offered(ground, family, power),
      ofView: offered(groundOfView(bare, viewFor(bare, state, power)), family, power),
      allowed: CANDIDATES[family](bare, state.board)
        .filter((order) => refuseOrder(ground, order) === null)
        .map((order) => formatOrder(power, order))
        .sort(),
    };
  });
};
