import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import type { Agreement } from '../../shared/model/agreement.ts';
import { AREAS } from '../../shared/model/area.ts';
import { RULE_IDS } from '../../shared/model/cause.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import { OWN } from '../../shared/model/ids.ts';
import { MAX_WELCOMES } from '../../shared/model/portfolio.ts';
import type { Policy, Scenario } from '../../shared/model/scenario.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import { TRACK_BOUNDS, TRACKS } from '../../shared/model/track.ts';

/** What must be true of every position and of all that happened; returns what is not, in plain words. */
export const faultsOf = (scenario: Scenario, state: MatchState): string[] => [
  ...boardFaults(scenario, state.board),
  ...jsonFaults(state),
  ...eventFaults(scenario, state.board, [...state.events], new Set()),
];

/** The board survives being written as JSON and read again. */
export const jsonFaults = ({ board }: MatchState): string[] =>
  canonical(JSON.parse(JSON.stringify(board))) === canonical(board) ? [] : ['the board does not survive JSON'];

/** Numbers within their bounds, and every name that of a thing which exists. */
export const boardFaults = (scenario: Scenario, board: Board): string[] => [
  ...indexOf(scenario).hosts.flatMap((host) => hostFaults(scenario, board, host)),
  ...indexOf(scenario).powers.flatMap((power) => trackFaults(board, power)),
  ...assetFaults(scenario, board),
  ...Object.values(board.agreements).flatMap((one) => agreementFaults(scenario, one)),
  ...memoryFaults(scenario, board),
];

const isWhole = (value: number | undefined, min: number, max: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= min && value <= max;
const isActor = (scenario: Scenario, id: string): boolean => indexOf(scenario).actors.includes(id);

const hostFaults = (scenario: Scenario, board: Board, host: string): string[] => {
  const faults: string[] = [];
  for (const area of AREAS) {
    const row = board.portfolios[host]?.[area] ?? {};
    let sum = 0;
    for (const [supplier, points] of Object.entries(row)) {
      sum += points;
      if (!isWhole(points, 0, 100)) faults.push(`${host} ${area} ${supplier} is ${points}`);
      if (supplier === host) faults.push(`${host} ${area} supplies itself under its own name`);
      if (supplier !== OWN && !scenario.suppliers.includes(supplier)) faults.push(`${host} ${area} knows ${supplier}`);
    }
    if (sum !== 100) faults.push(`${host} ${area} sums to ${sum}`);
  }
  return [...faults, ...doorFaults(scenario, board, host)];
};

const doorFaults = (scenario: Scenario, board: Board, host: string): string[] => {
  const doors = board.doors[host];
  if (doors === undefined) return [`${host} has no doors`];
  const all = doors.bar === null ? doors.welcomes : [...doors.welcomes, doors.bar];
  return [
    ...(doors.welcomes.length > MAX_WELCOMES ? [`${host} welcomes too many`] : []),
    ...all
      .filter((door) => door.supplier === host || !isActor(scenario, door.supplier))
      .map((door) => `${host} has a door for ${door.supplier}`),
  ];
};

const trackFaults = (board: Board, power: string): string[] =>
  TRACKS.filter((track) => !isWhole(board.tracks[power]?.[track], ...TRACK_BOUNDS[track])).map(
    (track) => `${power} ${track} is ${board.tracks[power]?.[track]}`,
  );

const sameKeys = (what: string, table: object, ids: readonly string[]): string[] => {
  const known = new Set(ids);
  const keys = Object.keys(table);
  return keys.length === known.size && keys.every((key) => known.has(key))
    ? []
    : [`the ${what} are not the scenario’s`];
};
const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);

const assetFaults = (scenario: Scenario, board: Board): string[] => {
  const faults = [
    ...sameKeys('gates', board.gates, idsOf(scenario.routes.flatMap((route) => route.gates))),
    ...sameKeys('routes', board.routes, idsOf(scenario.routes)),
    ...sameKeys('sites', board.sites, idsOf(scenario.sites)),
    ...sameKeys('fronts', board.fronts, idsOf(scenario.fronts)),
    ...sameKeys('projects', board.projects, idsOf(scenario.projects)),
    ...sameKeys('prizes', board.prizes, idsOf(scenario.fronts.flatMap((front) => front.prizes))),
    ...sameKeys('measures', board.measures, idsOf(scenario.measures)),
  ];
  for (const [id, { guard, held }] of Object.entries(board.gates)) {
    if (guard.some((one) => !isActor(scenario, one))) faults.push(`${id} is guarded by ${guard.join('+')}`);
    if (held !== null && held.until < board.turn - 1) faults.push(`${id} is held until ${held.until}`);
  }
  for (const [id, { operator, level }] of Object.entries(board.sites))
    if (!isActor(scenario, operator) || !isWhole(level, 0, 5)) faults.push(`${id} is ${operator} ${level}`);
  for (const [id, { tension, hot }] of Object.entries(board.fronts))
    if (!isWhole(tension, 0, 10) || !isWhole(hot, 0, 100)) faults.push(`${id} is at ${tension}, hot ${hot}`);
  for (const [id, holder] of Object.entries(board.prizes))
    if (!isActor(scenario, holder)) faults.push(`${id} is held by ${holder}`);
  return [...faults, ...scenario.projects.flatMap((project) => projectFaults(scenario, board, project.id))];
};

const projectFaults = (scenario: Scenario, board: Board, id: string): string[] => {
  const definition = scenario.projects.find((one) => one.id === id);
  const project = board.projects[id];
  if (definition === undefined || project === undefined) return [];
  const { progress, awarded, winner } = project;
  return [
    ...Object.entries(progress)
      .filter(([sponsor, points]) => !isActor(scenario, sponsor) || !isWhole(points, 0, definition.goal))
      .map(([sponsor, points]) => `${id} ${sponsor} has ${points} of ${definition.goal}`),
    ...[awarded, winner].filter((one) => one !== null && !isActor(scenario, one)).map((one) => `${id} goes to ${one}`),
  ];
};

const agreementFaults = (scenario: Scenario, one: Agreement): string[] => {
  const faults: string[] = [];
  const ids = idsOf(one.clauses);
  if (new Set(ids).size < ids.length) faults.push(`${one.id} has two clauses of one name`);
  if (one.parties.some((party) => !isActor(scenario, party))) faults.push(`${one.id} has strange parties`);
  for (const clause of one.clauses) {
    const people = [...clause.by, ...clause.to, ...clause.done, ...clause.able, ...clause.breachedBy];
    if (people.some((party) => !one.parties.includes(party))) faults.push(`${one.id}.${clause.id} binds outsiders`);
    if (clause.dependsOn !== undefined && !ids.includes(clause.dependsOn))
      faults.push(`${one.id}.${clause.id} depends on ${clause.dependsOn}`);
    if (clause.status === 'breached' && clause.priced !== true && clause.breachedBy.length === 0)
      faults.push(`nobody broke ${one.id}.${clause.id}`);
  }
  return faults;
};

const memoryFaults = (scenario: Scenario, board: Board): string[] => {
  const { isPower, cards, objectives } = { ...indexOf(scenario), objectives: scenario.agendas };
  const strangers = [
    ...Object.keys(board.remembered),
    ...Object.keys(board.conduct),
    ...Object.keys(board.falls),
    ...board.grievances.flatMap((one) => [one.holder, one.against]),
  ].filter((power) => !isPower.has(power));
  return [
    ...strangers.map((power) => `${power} is remembered`),
    ...board.cards.filter((card) => !cards.has(card)).map((card) => `the card ${card} was played`),
    ...Object.entries(board.agendas)
      .filter(([power, agenda]) => !objectives[power]?.some((one) => one.id === agenda))
      .map(([power, agenda]) => `${power} has the agenda ${agenda}`),
    ...board.grievances.filter((one) => one.holder === one.against).map((one) => `${one.holder} bears itself a grudge`),
    ...board.gaps.filter((one) => board.portfolios[one.host] === undefined).map((one) => `a gap in ${one.host}`),
  ];
};

/**
 * Ids are never given twice, and every cause leads back: to events that came before, or to an order, a
 * clause, a card, an act, a measure, a policy or a rule that exists. `seen` remembers ids between calls.
 */
export const eventFaults = (
  scenario: Scenario,
  board: Board,
  events: readonly GameEvent[],
  seen: Set<string>,
): string[] => {
  const faults: string[] = [];
  for (const event of events) {
    if (seen.has(event.id)) faults.push(`two events are ${event.id}`);
    const why = causeFault(scenario, board, event, seen);
    if (why !== null) faults.push(`${event.id} (${event.kind}) ${why}`);
    if (event.kind === 'clauseJudged' && event.evidence !== null && !seen.has(event.evidence))
      faults.push(`${event.id} cites ${event.evidence}`);
    if (event.audience !== 'public' && event.audience.some((one) => !isActor(scenario, one)))
      faults.push(`${event.id} is told to ${event.audience.join()}`);
    seen.add(event.id);
  }
  return faults;
};

const rules = new Set<string>(RULE_IDS);
/** Of an offer a non-player says that it accepts, or which part of its policy stands against it. */
const isAnswer = (policy: Policy | undefined, rule: string): boolean =>
  policy !== undefined && (rule === 'accepts' || rule in policy.accepts);

const causeFault = (scenario: Scenario, board: Board, { cause }: GameEvent, seen: Set<string>): string | null => {
  const { isPower, cards } = indexOf(scenario);
  switch (cause.kind) {
    case 'events': {
      const missing = cause.ids.filter((id) => !seen.has(id));
      if (missing.length > 0) return `is caused by ${missing.join()}, which had not happened`;
      return cause.ids.length === 0 ? 'is caused by no event' : null;
    }
    case 'order':
    case 'doors':
      return isPower.has(cause.power) ? null : `is caused by ${cause.power}`;
    case 'clause': {
      const clauses = board.agreements[cause.agreement]?.clauses;
      return clauses?.some((one) => one.id === cause.clause) === true ? null : `is caused by no clause that exists`;
    }
    case 'card':
      return cards.has(cause.card) ? null : `is caused by the card ${cause.card}`;
    case 'measure':
      return board.measures[cause.measure] === undefined ? `is caused by ${cause.measure}` : null;
    case 'rule':
      return rules.has(cause.rule) ? null : `is caused by the rule ${cause.rule}`;
    case 'policy': {
      const policy = scenario.policies.find((one) => one.actor === cause.actor);
      const known = policy?.acts.some((one) => one.id === cause.rule) === true || isAnswer(policy, cause.rule);
      return known ? null : `is caused by ${cause.actor} ${cause.rule}`;
    }
    case 'act':
      return null;
    case 'undisclosed':
      return 'hides its cause from the engine itself';
    default:
      return cause satisfies never;
  }
};
