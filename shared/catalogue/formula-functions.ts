import { AREAS, isArea } from '../model/area.ts';
import type { Clause } from '../model/clause.ts';
import { OWN, type RouteId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { TRACKS } from '../model/track.ts';
import { bandOf, middleOf } from './bands.ts';
import { flowAlong, multivectorOf } from './reckoning.ts';
import { indexOf } from './scenario-index.ts';
import { pactsIn, promisesOf } from './standing-promises.ts';

/** What an argument names; the loader looks each of them up. */
export type ArgumentKind =
  | 'host'
  | 'power'
  | 'actor'
  | 'supplier'
  | 'area'
  | 'track'
  | 'route'
  | 'gate'
  | 'regime'
  | 'front'
  | 'project'
  | 'site'
  | 'agreement'
  | 'clauseKind'
  | 'subject'
  | 'measure'
  | 'prize';

export type Reckoner = (board: Board) => number;
type FunctionDefinition = {
  readonly takes: readonly ArgumentKind[];
  /** how many of them must be there */ readonly least: number;
  readonly make: (args: readonly string[], scenario: Scenario) => Reckoner;
};

const flag = (yes: boolean): number => (yes ? 1 : 0);
const NOTHING: Reckoner = () => 0;

const shareOf = (host: string, area: string, supplier: string): Reckoner =>
  isArea(area) ? ({ portfolios }) => portfolios[host]?.[area][supplier] ?? 0 : NOTHING;

/** Gates between a route's two ends, where passage is decided; both gates, if there are only two. */
const innerGates = (scenario: Scenario, route: RouteId): readonly string[] => {
  const gates = (indexOf(scenario).routes.get(route)?.gates ?? []).map((gate) => gate.id);
  return gates.length > 2 ? gates.slice(1, -1) : gates;
};

const guards = (board: Board, gate: string, actor: string): boolean =>
  (board.gates[gate]?.guard as readonly string[] | undefined)?.includes(actor) ?? false;

/** Does a clause speak of this route, gate, area, site, host or institution? */
const speaksOf = (clause: Clause, subject: string, scenario: Scenario): boolean => {
  const { terms } = clause;
  const named: readonly unknown[] = Object.values('order' in terms ? terms.order : terms);
  if (named.includes(subject)) return true;
  const gate = 'gate' in terms ? terms.gate : 'order' in terms ? terms.order.gate : undefined;
  return gate !== undefined && indexOf(scenario).gates.get(gate)?.route.id === subject;
};

/** Own security, and half the word of everybody who has promised to come. */
const shieldOf = (board: Board, power: string): number => {
  let guarantors: string[] | null = null;
  for (const { by, to } of promisesOf(board.agreements, 'guarantee')) {
    if (!to.includes(power)) continue;
    guarantors ??= [];
    for (const one of by) if (one !== power && !guarantors.includes(one)) guarantors.push(one);
  }
  let sum = board.portfolios[power]?.security[OWN] ?? 0;
  for (const guarantor of guarantors ?? []) sum += Math.floor((board.tracks[guarantor]?.credibility ?? 0) / 2);
  return sum;
};

/** Agreements in force that both signed in the match, at most two. */
const pactsOf = ({ agreements }: Board, one: string, other: string): number => {
  let signed = 0;
  for (const { parties } of pactsIn(agreements)) if (parties.includes(one) && parties.includes(other)) signed += 1;
  return Math.min(2, signed);
};

/** Has one promised another something of this kind, about this subject if one is named? */
const isPromised = (
  board: Board,
  scenario: Scenario,
  [kind = '', by = '', to = '', subject]: readonly string[],
): boolean => {
  for (const clause of promisesOf(board.agreements, kind)) {
    if (!clause.by.includes(by) || !clause.to.includes(to)) continue;
    if (subject === undefined || speaksOf(clause, subject, scenario)) return true;
  }
  return false;
};

const isMember = (board: Board, power: string, institution: string): boolean => {
  const agreement = board.agreements[institution];
  if (agreement?.status !== 'inForce' || !agreement.parties.includes(power)) return false;
  for (const { terms, by } of promisesOf(board.agreements, 'member')) {
    if (terms.kind !== 'member' || terms.institution !== institution || terms.standing !== 'joined') continue;
    if (by.includes(power)) return true;
  }
  return false;
};

const define = (
  takes: readonly ArgumentKind[],
  make: (a: string, b: string, c: string) => Reckoner,
): FunctionDefinition => ({
  takes,
  least: takes.length,
  make: (args) => make(args[0] ?? '', args[1] ?? '', args[2] ?? ''),
});

/** The closed list: every objective is a sum of these. */
export const FORMULA_FUNCTIONS = {
  share: define(['host', 'area', 'supplier'], shareOf),
  own: define(['host', 'area'], (h, a) => shareOf(h, a, OWN)),
  mvi: define(['host'], (h) => (board) => multivectorOf(board, h)),
  dep: define(['host', 'supplier'], (h, s) => (board) => {
    const portfolio = board.portfolios[h];
    if (portfolio === undefined) return 0;
    let sum = 0;
    for (const area of AREAS) sum += portfolio[area][s] ?? 0;
    return sum;
  }),
  track: define(['power', 'track'], (p, t) => {
    const track = TRACKS.find((one) => one === t) ?? 'stability';
    return (board) => board.tracks[p]?.[track] ?? 0;
  }),
  /** Readiness as everybody may reckon it: the middle of its band. A public score must not tell more. */
  force: {
    takes: ['power'],
    least: 1,
    make:
      ([p = ''], scenario) =>
      (board) => {
        const readiness = board.tracks[p]?.readiness;
        return readiness === undefined ? 0 : middleOf(scenario, 'readiness', bandOf(scenario, 'readiness', readiness));
      },
  },
  flow: {
    takes: ['route'],
    least: 1,
    make: ([id = ''], scenario) => {
      const route = indexOf(scenario).routes.get(id);
      return (board) => (route === undefined ? 0 : flowAlong(route, board));
    },
  },
  guard: define(['route', 'gate', 'actor'], (_, g, p) => (board) => flag(guards(board, g, p))),
  guarded: {
    takes: ['route', 'actor'],
    least: 2,
    make: ([id = '', actor = ''], scenario) => {
      const route = indexOf(scenario).routes.get(id);
      const gates = innerGates(scenario, id);
      return (board) => {
        const flow = route === undefined ? 0 : flowAlong(route, board);
        if (flow === 0) return 0;
        let guarded = 0;
        for (const gate of gates) if (guards(board, gate, actor)) guarded += 1;
        return Math.floor((flow * guarded) / 2);
      };
    },
  },
  regime: define(['route', 'regime'], (r, kind) => (board) => flag(board.routes[r]?.regime === kind)),
  tension: define(['front'], (f) => (board) => board.fronts[f]?.tension ?? 0),
  line: {
    takes: ['actor', 'actor'],
    least: 2,
    make: ([p = '', q = ''], scenario) => {
      const fronts = scenario.fronts
        .filter(({ parties }) => parties.includes(p) && parties.includes(q))
        .map((front) => front.id);
      return (board) => {
        let sum = 0;
        for (const front of fronts) sum += board.fronts[front]?.tension ?? 0;
        return sum;
      };
    },
  },
  pct: {
    takes: ['project', 'actor'],
    least: 2,
    make: ([project = '', sponsor = ''], scenario) => {
      const goal = scenario.projects.find((one) => one.id === project)?.goal ?? 1;
      return (board) => Math.floor((100 * (board.projects[project]?.progress[sponsor] ?? 0)) / goal);
    },
  },
  won: define(['project', 'actor'], (p, s) => (board) => flag(board.projects[p]?.winner === s)),
  site: define(['site'], (id) => (board) => board.sites[id]?.level ?? 0),
  runs: define(['site', 'actor'], (id, p) => (board) => flag(board.sites[id]?.operator === p)),
  inforce: define(['agreement'], (id) => (board) => flag(board.agreements[id]?.status === 'inForce')),
  ended: define(
    ['agreement'],
    (id) => (board) => flag(board.agreements[id]?.status === 'ended' || board.agreements[id]?.status === 'withdrawn'),
  ),
  party: define(['agreement', 'actor'], (id, p) => (board) => {
    const agreement = board.agreements[id];
    return flag(agreement?.status === 'inForce' && agreement.parties.includes(p));
  }),
  member: define(['power', 'agreement'], (p, id) => (board) => flag(isMember(board, p, id))),
  prom: {
    takes: ['clauseKind', 'actor', 'actor', 'subject'],
    least: 3,
    make: (args, scenario) => (board) => flag(isPromised(board, scenario, args)),
  },
  shield: define(['power'], (p) => (board) => shieldOf(board, p)),
  lifted: define(['measure'], (m) => (board) => flag(board.measures[m] === 'lifted')),
  pacts: define(['power', 'power'], (p, q) => (board) => pactsOf(board, p, q)),
  griev: define(['power', 'power'], (p, q) => (board) => {
    let count = 0;
    for (const { holder, against, until, open } of board.grievances)
      if (open && holder === p && against === q && until >= board.turn) count += 1;
    return count;
  }),
  holds: define(['prize', 'actor'], (prize, p) => (board) => flag(board.prizes[prize] === p)),
} as const satisfies { readonly [name: string]: FunctionDefinition };

export type FormulaFunction = keyof typeof FORMULA_FUNCTIONS;
export const isFormulaFunction = (name: string): name is FormulaFunction => Object.hasOwn(FORMULA_FUNCTIONS, name);
