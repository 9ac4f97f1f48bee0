import { AREAS } from '../model/area.ts';
import type { RouteDefinition } from '../model/asset.ts';
import { OWN } from '../model/ids.ts';
import { sameDoor } from '../model/portfolio.ts';
import type { Desk } from './known-names.ts';

/** What lies on the table: actors, portfolios, tracks, doors and routes. */
export const checkBoard = (desk: Desk): void => {
  checkUnique(desk);
  checkActors(desk);
  checkPortfolios(desk);
  checkDoors(desk);
  checkRoutes(desk);
};

const checkUnique = ({ scenario, report }: Desk): void => {
  const lists: readonly (readonly [string, readonly (readonly [path: string, id: string])[]])[] = [
    [
      'actor',
      [
        ...scenario.powers.map((one, i) => [`powers[${i}].id`, one.id] as const),
        ...scenario.others.map((one, i) => [`others[${i}].id`, one.id] as const),
      ],
    ],
    [
      'gate',
      scenario.routes.flatMap((route, i) =>
        route.gates.map((gate, j) => [`routes[${i}].gates[${j}].id`, gate.id] as const),
      ),
    ],
    [
      'prize',
      scenario.fronts.flatMap((front, i) =>
        front.prizes.map((prize, j) => [`fronts[${i}].prizes[${j}].id`, prize.id] as const),
      ),
    ],
    [
      'rule',
      scenario.policies.flatMap((policy, i) =>
        policy.acts.map((act, j) => [`policies[${i}].acts[${j}].id`, act.id] as const),
      ),
    ],
    ...(['routes', 'sites', 'fronts', 'projects', 'measures', 'agreements', 'offers', 'cards'] as const).map(
      (key) => [key.slice(0, -1), scenario[key].map((one, i) => [`${key}[${i}].id`, one.id] as const)] as const,
    ),
  ];
  for (const [word, entries] of lists) {
    const seen = new Map<string, string>();
    for (const [path, id] of entries) {
      const first = seen.get(id);
      if (first !== undefined)
        report(path, `The ${word} “${id}” has its name already at ${first}. Give one of the two another id.`);
      else seen.set(id, path);
    }
  }
};

const checkActors = ({ scenario, names, look, report }: Desk): void => {
  const { suppliers } = scenario;
  if (suppliers[0] !== OWN) report('suppliers[0]', `The list of suppliers begins with “${OWN}”.`);
  for (const [i, supplier] of suppliers.entries()) look('supplier', supplier, `suppliers[${i}]`);
  if (new Set(suppliers).size !== suppliers.length) report('suppliers', 'A supplier is listed twice. Name each once.');
  for (const actor of names.actor)
    if (!suppliers.includes(actor)) report('suppliers', `“${actor}” is missing from the list of suppliers. Add it.`);
  for (const { id } of scenario.powers) {
    if (scenario.tracks[id] === undefined) report('tracks', `The power “${id}” has no entry. Add tracks.${id}.`);
    if (scenario.objectives[id] === undefined)
      report('objectives', `The power “${id}” has no entry. Add objectives.${id}.`);
  }
  for (const host of names.host)
    if (scenario.doors[host] === undefined) report('doors', `The host “${host}” has no entry. Add doors.${host}.`);
  for (const key of ['tracks', 'objectives', 'agendas', 'plans'] as const)
    for (const id of Object.keys(scenario[key])) look('power', id, `${key}.${id}`);
  for (const key of ['portfolios', 'doors'] as const)
    for (const id of Object.keys(scenario[key])) look('actor', id, `${key}.${id}`);
};

const checkPortfolios = ({ scenario, look, report }: Desk): void => {
  for (const [host, portfolio] of Object.entries(scenario.portfolios)) {
    for (const area of AREAS) {
      const path = `portfolios.${host}.${area}`;
      const row = portfolio[area];
      let sum = 0;
      for (const [supplier, points] of Object.entries(row)) {
        sum += points;
        if (supplier === host)
          report(`${path}.${supplier}`, `A host’s own share is written as “${OWN}”, not under its own id.`);
        else look('supplier', supplier, `${path}.${supplier}`);
      }
      if (sum !== 100)
        report(
          path,
          `The shares sum to ${sum}. They must sum to 100: ${sum > 100 ? `take ${sum - 100} away` : `add ${100 - sum}`}.`,
        );
    }
  }
  for (const [i, note] of scenario.portfolioNotes.entries()) look('host', note.host, `portfolioNotes[${i}].host`);
};

const checkDoors = ({ scenario, look, report }: Desk): void => {
  for (const [host, doors] of Object.entries(scenario.doors)) {
    look('host', host, `doors.${host}`);
    const all = [
      ...doors.welcomes.map((door, i) => [door, `doors.${host}.welcomes[${i}]`] as const),
      ...(doors.bar === null ? [] : [[doors.bar, `doors.${host}.bar`] as const]),
    ];
    for (const [i, [door, path]] of all.entries()) {
      look('actor', door.supplier, `${path}.supplier`);
      if (door.supplier === host)
        report(`${path}.supplier`, 'A host cannot open or bar a door to itself. Name another supplier.');
      if (all.slice(0, i).some(([other]) => sameDoor(other, door)))
        report(path, 'The same door is named twice. Remove one of the two.');
    }
  }
};

const checkRoutes = (desk: Desk): void => {
  for (const [i, route] of desk.scenario.routes.entries()) {
    checkRouteNames(desk, route, `routes[${i}]`);
    checkRegime(desk, route, `routes[${i}]`);
  }
};

const checkRouteNames = ({ look }: Desk, route: RouteDefinition, path: string): void => {
  for (const [j, gate] of route.gates.entries()) {
    look('actor', gate.owner, `${path}.gates[${j}].owner`);
    for (const [k, guard] of gate.guard.entries()) look('actor', guard, `${path}.gates[${j}].guard[${k}]`);
  }
  for (const actor of Object.keys(route.profit)) look('actor', actor, `${path}.profit.${actor}`);
  for (const [j, user] of route.users.entries()) look('actor', user, `${path}.users[${j}]`);
  if (route.cap !== null) look('project', route.cap.project, `${path}.cap.project`);
  for (const [regime, costs] of Object.entries(route.regimeCost)) {
    for (const power of Object.keys(costs)) look('power', power, `${path}.regimeCost.${regime}.${power}`);
  }
};

const checkRegime = ({ names, report }: Desk, route: RouteDefinition, path: string): void => {
  if (!route.contested) {
    if (route.regime === 'none')
      report(
        `${path}.regime`,
        'Only a contested route may be without a regime. Write sovereign, or set contested to true.',
      );
    return;
  }
  if (!route.gates.some((gate) => names.power.has(gate.owner)))
    report(`${path}.contested`, 'No power owns a gate here, so nobody could sign a regime. Set contested to false.');
  if (Object.keys(route.regimeCost).length === 0)
    report(
      `${path}.regimeCost`,
      'A contested route says what each regime costs its owners. Add sovereign, monitored and extraterritorial.',
    );
};
