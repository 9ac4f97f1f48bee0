import { indexOf } from '../catalogue/scenario-index.ts';
import { AREAS } from '../model/area.ts';
import type { ClauseTerms } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PublicBoard } from '../model/seat-view.ts';

type Demands = readonly ClauseTerms[];
type Pressure = {
  readonly scenario: Scenario;
  readonly board: PublicBoard;
  /** Who asks, and of whom. */ readonly power: PowerId;
  readonly host: PowerId;
};

/** Few of each kind, so that the list stays one that can be read. */
const MOST = { gates: 5, restraints: 3, measures: 2, awards: 2, sites: 3, institutions: 2, guarantees: 2, fronts: 2 };

/** My door open, a rival's shut. */
const doors = ({ board, power, host }: Pressure): Demands => {
  const now = board.doors[host];
  const mine = AREAS.filter((area) => now === undefined || !isWelcome(now, area, power)).map(
    (area): ClauseTerms => ({ kind: 'welcome', area, supplier: power, open: true }),
  );
  const rivals = (now?.welcomes ?? [])
    .filter((door) => door.supplier !== power)
    .map(({ area, supplier }): ClauseTerms => ({ kind: 'welcome', area, supplier, open: false }));
  return [...mine, ...rivals];
};

/** Gates on roads that I use to be opened; open ones to be shut. */
const gates = ({ scenario, board, power, host }: Pressure): Demands => {
  const { gates: known, gatesOf } = indexOf(scenario);
  const shut: ClauseTerms[] = [];
  const open: ClauseTerms[] = [];
  for (const gate of gatesOf.get(host) ?? []) {
    const route = known.get(gate)?.route;
    const status = board.gates[gate]?.status;
    const used = route?.users.includes(power) === true || route?.gates.some((one) => one.owner === power) === true;
    if (used && status !== 'open') shut.push({ kind: 'gate', gate, status: 'open' });
    else if (!used && status === 'open') open.push({ kind: 'gate', gate, status: 'closed' });
  }
  return [...shut, ...open].slice(0, MOST.gates);
};

/** Not against me; and no building up of one's own where I am strong. */
const restraints = ({ scenario, board, power, host }: Pressure): Demands => [
  ...(['squeeze', 'covert', 'force'] as const).map(
    (verb): ClauseTerms => ({ kind: 'refrain', order: { verb, host: power } }),
  ),
  ...AREAS.filter((area) => (board.portfolios[host]?.[area][power] ?? 0) >= scenario.magnitudes.squeeze.minShare)
    .slice(0, MOST.restraints)
    .map((area): ClauseTerms => ({ kind: 'refrain', order: { verb: 'harden', area } })),
];

const deeds = ({ scenario, board, power, host }: Pressure): Demands => {
  const lifts = scenario.measures
    .filter((one) => one.by === host && one.against.includes(power) && board.measures[one.id] === 'stands')
    .slice(0, MOST.measures)
    .map(({ id }): ClauseTerms => ({ kind: 'do', order: { verb: 'lift', measure: id } }));
  const awards = scenario.projects
    .filter((one) => one.host === host && one.sponsors.includes(power))
    .filter(({ id }) => board.projects[id]?.winner === null && board.projects[id]?.awarded !== power)
    .slice(0, MOST.awards)
    .map(({ id }): ClauseTerms => ({ kind: 'do', order: { verb: 'award', project: id, sponsor: power } }));
  const opposed = scenario.fronts.some(({ parties }) => parties.includes(host) && parties.includes(power));
  return [...lifts, ...awards, ...(opposed ? [{ kind: 'do', order: { verb: 'standDown' } } as const] : [])];
};

/** My borders, and the fronts where we face each other. */
const recognitions = ({ scenario, board, power, host }: Pressure): Demands => {
  const fronts = scenario.fronts.filter(({ parties }) => parties.includes(host) && parties.includes(power));
  return [power, ...fronts.slice(0, MOST.fronts).map((front) => front.id)]
    .filter((what) => !board.recognitions.some((one) => one.by === host && one.what === what))
    .map((what): ClauseTerms => ({ kind: 'recognise', what }));
};

/** Others' people out of the host's sites; mine back where there is a place for them. */
const sites = ({ scenario, board, power, host }: Pressure): Demands => {
  const mine: ClauseTerms[] = [];
  const theirs: ClauseTerms[] = [];
  for (const { id, host: owner } of scenario.sites) {
    const now = board.sites[id];
    if (owner !== host || now === undefined || now.operator === host) continue;
    if (now.operator === power && now.level === 0) mine.push({ kind: 'host', site: id, operator: power, hosted: true });
    else if (now.operator !== power && now.level > 0)
      theirs.push({ kind: 'host', site: id, operator: now.operator, hosted: false });
  }
  return [...mine.slice(0, 1), ...theirs].slice(0, MOST.sites);
};

/** Stay in, or come back to, what we share; leave what the host shares with others. */
const institutions = ({ scenario, host, power }: Pressure): Demands => {
  const known = scenario.agreements.filter(
    (one) => one.background !== true && one.parties.includes(host) && isInstitution(one.clauses),
  );
  return known.slice(0, MOST.institutions).map(
    ({ id, parties }): ClauseTerms => ({
      kind: 'member',
      institution: id,
      standing: parties.includes(power) ? 'joined' : 'left',
    }),
  );
};

/** An agreement that speaks of standing in it. */
const isInstitution = (clauses: readonly { readonly terms: ClauseTerms }[]): boolean =>
  clauses.some((clause) => clause.terms.kind === 'member');

/** Against those whom I face elsewhere. */
const guarantees = ({ scenario, power, host }: Pressure): Demands => {
  const { isPower } = indexOf(scenario);
  const rivals = new Set<PowerId>();
  for (const { parties, background } of scenario.fronts) {
    if (background || !parties.includes(power)) continue;
    for (const other of parties) if (other !== power && other !== host && isPower.has(other)) rivals.add(other);
  }
  return [...rivals].slice(0, MOST.guarantees).map((one): ClauseTerms => ({ kind: 'guarantee', against: [one] }));
};

/** Goods of the area that is paid for, at the price of a friend. */
const supplies = ({ scenario, board, power, host }: Pressure): Demands => {
  const { area } = scenario.magnitudes.supply;
  return (board.portfolios[power]?.[area][host] ?? 0) > 0 ? [{ kind: 'supply', area, price: 1 }] : [];
};

/** What may be demanded of a host: few of every kind that it could grant at once. */
export const demandsOn = (pressure: Pressure): readonly ClauseTerms[] => [
  ...doors(pressure),
  ...[2, 4, 6].map((amount): ClauseTerms => ({ kind: 'pay', amount, each: false })),
  ...gates(pressure),
  ...deeds(pressure),
  ...restraints(pressure),
  ...sites(pressure),
  ...institutions(pressure),
  ...recognitions(pressure),
  ...guarantees(pressure),
  ...supplies(pressure),
];
