import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement, AgreementDraft } from '../../model/agreement.ts';
import type { Area } from '../../model/area.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import type { OrderPattern } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { clampTrack, type Track } from '../../model/track.ts';
import { courtForce, hardenPoints } from '../../rules/resolution/court.ts';

/** Supplier gains so many points of a row; the others lose in proportion. */
export const shifted = (board: Board, host: ActorId, area: Area, supplier: string, points: number): Board => {
  const portfolio = board.portfolios[host];
  const row = portfolio?.[area];
  if (portfolio === undefined || row === undefined || points === 0 || host === supplier) return board;
  const rest = 100 - (row[supplier] ?? 0);
  const gain = Math.max(-(row[supplier] ?? 0), Math.min(points, rest));
  const next: Record<string, number> = {};
  let passed = 0;
  let lost = 0;
  for (const [key, value] of Object.entries(row)) {
    if (key === supplier) continue;
    passed += value;
    const before = lost;
    lost = Math.round((gain * passed) / Math.max(1, rest));
    next[key] = value - (lost - before);
  }
  next[supplier] = (row[supplier] ?? 0) + gain;
  return { ...board, portfolios: { ...board.portfolios, [host]: { ...portfolio, [area]: next } } };
};

export const trackMoved = (board: Board, power: string, track: Track, by: number): Board => {
  const tracks = board.tracks[power];
  if (tracks === undefined || by === 0) return board;
  return {
    ...board,
    tracks: { ...board.tracks, [power]: { ...tracks, [track]: clampTrack(track, tracks[track] + by) } },
  };
};

export const calmed = (board: Board, front: string, by: number): Board => {
  const now = board.fronts[front];
  if (now === undefined) return board;
  const tension = Math.max(0, Math.min(10, now.tension - by));
  return { ...board, fronts: { ...board.fronts, [front]: { ...now, tension } } };
};

/** As if a sponsor had finished a project. */
export const wonBoard = (scenario: Scenario, board: Board, project: string, winner: ActorId): Board => {
  const now = board.projects[project];
  const known = indexOf(scenario).projects.get(project);
  if (now === undefined || known === undefined) return board;
  let after: Board = { ...board, projects: { ...board.projects, [project]: { ...now, winner } } };
  for (const effect of known.onWon) {
    if (effect.kind === 'share')
      after = shifted(
        after,
        effect.host,
        effect.area,
        effect.supplier === '$winner' ? winner : effect.supplier,
        effect.by,
      );
  }
  return after;
};

/** Points that one who deals gains a turn by a door that stands open to it. */
const BY_DOOR = 5;

/** The board as it would about be if a promise were kept. */
export const keptBoard = (scenario: Scenario, board: Board, clause: ClauseDraft): Board => {
  const { terms } = clause;
  switch (terms.kind) {
    case 'do':
      return clause.by.reduce((now, by) => orderedBoard(scenario, now, by, terms.order), board);
    case 'host':
      return hostedBoard(board, terms.site, terms.operator, terms.hosted);
    case 'welcome':
      return terms.open
        ? clause.by.reduce((now, by) => shifted(now, by, terms.area, terms.supplier, BY_DOOR), board)
        : board;
    case 'recognise':
      return recognisedBoard(scenario, board, clause.by, terms.what);
    case 'gate': {
      if ('regime' in terms) return { ...board, routes: { ...board.routes, [terms.route]: { regime: terms.regime } } };
      const gate = board.gates[terms.gate];
      if (gate === undefined) return board;
      const next = 'status' in terms ? { ...gate, status: terms.status } : { ...gate, guard: terms.guard };
      return { ...board, gates: { ...board.gates, [terms.gate]: next } };
    }
    default:
      return board;
  }
};

const hostedBoard = (board: Board, id: string, operator: ActorId, stays: boolean): Board => {
  const site = board.sites[id];
  if (site === undefined || (!stays && site.operator !== operator && operator !== 'outsiders')) return board;
  const next = stays ? { operator, level: Math.max(1, site.level) } : { ...site, level: 0 };
  return { ...board, sites: { ...board.sites, [id]: next } };
};

const recognisedBoard = (scenario: Scenario, board: Board, by: readonly ActorId[], what: string): Board => {
  const fronts = scenario.fronts.filter(
    ({ id, parties }) =>
      id === what || (parties.includes(what) && by.some((one) => one !== what && parties.includes(one))),
  );
  return fronts.reduce((now, front) => calmed(now, front.id, scenario.magnitudes.recognise.tension), board);
};

const awarded = (board: Board, project: string, sponsor: ActorId): Board => {
  const now = board.projects[project];
  if (now === undefined) return board;
  // An award is worth some turns of work to whom it is given.
  const progress = { ...now.progress, [sponsor]: (now.progress[sponsor] ?? 0) + 4 };
  return { ...board, projects: { ...board.projects, [project]: { ...now, awarded: sponsor, progress } } };
};

/** What an order of each verb does that can be reckoned by hand; none of a verb that is not named. */
const DOES: {
  readonly [V in OrderPattern['verb']]?: (scenario: Scenario, board: Board, by: ActorId, order: OrderPattern) => Board;
} = {
  lift: (_scenario, board, _by, { measure }) =>
    measure === undefined || board.measures[measure] !== 'stands'
      ? board
      : { ...board, measures: { ...board.measures, [measure]: 'lifted' } },
  court: (scenario, board, by, { host, area }) =>
    host === undefined || area === undefined
      ? board
      : shifted(board, host, area, by, courtPoints(scenario, board, by, host, area)),
  harden: (scenario, board, by, { area }) =>
    area === undefined ? board : shifted(board, by, area, 'own', hardenPoints({ scenario }, board, by, area)),
  mediate: (scenario, board, _by, { front }) =>
    front === undefined ? board : calmed(board, front, scenario.magnitudes.mediate.points),
  sponsor: (scenario, board, by, { project }) => {
    const now = project === undefined ? undefined : board.projects[project];
    if (project === undefined || now === undefined) return board;
    const progress = { ...now.progress, [by]: (now.progress[by] ?? 0) + scenario.magnitudes.project.points };
    return { ...board, projects: { ...board.projects, [project]: { ...now, progress } } };
  },
  award: (_scenario, board, _by, { project, sponsor }) =>
    project === undefined || sponsor === undefined ? board : awarded(board, project, sponsor),
  setGate: (_scenario, board, _by, { gate, status }) => {
    const now = gate === undefined ? undefined : board.gates[gate];
    if (gate === undefined || now === undefined || status === undefined) return board;
    return { ...board, gates: { ...board.gates, [gate]: { ...now, status } } };
  },
};

/** The board after an order, so far as that can be reckoned by hand. */
export const orderedBoard = (scenario: Scenario, board: Board, by: ActorId, order: OrderPattern): Board =>
  DOES[order.verb]?.(scenario, board, by, order) ?? board;

export const courtPoints = (scenario: Scenario, board: Board, by: ActorId, host: ActorId, area: Area): number => {
  const force = courtForce({ scenario }, board, by, { verb: 'court', host, area });
  return Math.round(force.wished / 100);
};

/** With the draft in force, under the name by which formulas would know it, and nothing of it done. */
export const signedBoard = (scenario: Scenario, board: Board, draft: AgreementDraft): Board => {
  const id: string = scenario.offers.find((offer) => offer.draft.title === draft.title)?.id ?? 'draft';
  const agreement: Agreement = {
    ...draft,
    id,
    status: 'inForce',
    from: board.turn,
    leaving: {},
    consents: [],
    underDuress: [],
    shownTo: [],
    origin: 'negotiated',
    clauses: draft.clauses.map((clause, i) => ({
      ...clause,
      id: `c${i + 1}`,
      status: 'pending',
      done: [],
      able: [],
      evidence: null,
      breachedBy: [],
    })),
  };
  return { ...board, agreements: { ...board.agreements, [id]: agreement } };
};

/** With the draft in force, and what `isKept` says of its clauses done. */
export const agreedBoard = (
  scenario: Scenario,
  board: Board,
  draft: AgreementDraft,
  isKept: (clause: ClauseDraft) => boolean,
): Board =>
  draft.clauses
    .filter(isKept)
    .reduce((now, clause) => keptBoard(scenario, now, clause), signedBoard(scenario, board, draft));
