import { AREAS } from '../model/area.ts';
import type { ProjectDefinition, StageNeed } from '../model/asset.ts';
import { SITE_KINDS } from '../model/asset.ts';
import type { Effect } from '../model/effect.ts';
import type { ActorId } from '../model/ids.ts';
import { VERB_FAMILIES, VERBS } from '../model/order.ts';
import type { ActionDefinition } from '../model/scenario.ts';
import { TRACK_BOUNDS } from '../model/track.ts';
import { checkEffects } from './check-effects.ts';
import { type Desk, lookIn } from './known-names.ts';
import { type Report, suggest } from './problems.ts';
import { effects, WINNER } from './schema-parts.ts';
import { shapeProblems } from './shape-problems.ts';

/** Sites, fronts, projects and the catalogue of orders. */
export const checkAssets = (desk: Desk): void => {
  checkSites(desk);
  checkFronts(desk);
  for (const [i, project] of desk.scenario.projects.entries()) checkProject(desk, project, `projects[${i}]`);
  checkActions(desk);
};

const checkSites = ({ scenario, look }: Desk): void => {
  for (const [i, site] of scenario.sites.entries()) {
    look('actor', site.host, `sites[${i}].host`);
    look('actor', site.operator, `sites[${i}].operator`);
  }
};

const checkFronts = (desk: Desk): void => {
  const { scenario, look, report } = desk;
  for (const [i, front] of scenario.fronts.entries()) {
    const path = `fronts[${i}]`;
    for (const [j, party] of front.parties.entries()) look('actor', party, `${path}.parties[${j}]`);
    for (const [j, route] of front.routes.entries()) look('route', route, `${path}.routes[${j}]`);
    for (const [j, prize] of front.prizes.entries()) {
      const at = `${path}.prizes[${j}]`;
      look('actor', prize.holder, `${at}.holder`);
      if (!front.parties.includes(prize.holder))
        report(`${at}.holder`, `A prize is held by a party to its front: ${front.parties.join(' or ')}.`);
      checkEffects(desk, prize.onLost, `${at}.onLost`);
      checkEffects(desk, prize.onRegained, `${at}.onRegained`);
    }
  }
};

const checkProject = (desk: Desk, project: ProjectDefinition, path: string): void => {
  const { look, report } = desk;
  look('actor', project.host, `${path}.host`);
  for (const [j, sponsor] of project.sponsors.entries()) look('actor', sponsor, `${path}.sponsors[${j}]`);
  for (const sponsor of Object.keys(project.progress)) {
    if (look('actor', sponsor, `${path}.progress.${sponsor}`) && !project.sponsors.includes(sponsor))
      report(`${path}.progress.${sponsor}`, `${sponsor} is not among its sponsors. Add it there, or remove this.`);
  }
  const begun = Object.values(project.progress).reduce((sum, points) => sum + points, 0);
  if (begun >= project.goal)
    report(`${path}.goal`, `The sponsors have ${begun} together already. The goal must be higher.`);
  for (const [j, stage] of project.stages.entries()) {
    const before = project.stages[j - 1]?.upTo ?? 0;
    if (stage.upTo <= before)
      report(`${path}.stages[${j}].upTo`, `Stages climb: this must be over ${before}, where the stage before ends.`);
    checkNeed(desk, project, stage.needs, `${path}.stages[${j}].needs`);
  }
  const last = project.stages.at(-1)?.upTo;
  if (last !== project.goal)
    report(`${path}.stages[${project.stages.length - 1}].upTo`, `The last stage ends at the goal, ${project.goal}.`);
  checkWinning(desk, project, `${path}.onWon`);
};

const checkNeed = (desk: Desk, project: ProjectDefinition, need: StageNeed | null, path: string): void => {
  const { scenario, names, look, report } = desk;
  if (need?.kind === 'gate' && look('route', need.route, `${path}.route`)) {
    const owners = scenario.routes.find((route) => route.id === need.route)?.gates.map((gate) => gate.owner) ?? [];
    if (!owners.includes(project.host))
      report(`${path}.route`, `The host ${project.host} owns no gate there, so it could never promise one.`);
  }
  if (need?.kind === 'host' && !SITE_KINDS.some((kind) => kind === need.site)) {
    const site = scenario.sites.find((one) => one.id === need.site);
    if (site === undefined)
      report(
        `${path}.site`,
        `There is no site or kind of site called “${need.site}”. ${suggest(need.site, [...SITE_KINDS, ...names.site])}`,
      );
    else if (site.host !== project.host)
      report(`${path}.site`, `This site lies in ${site.host}, so the host ${project.host} could never promise it.`);
  }
};

/** What follows must make sense whoever of the sponsors wins; each fault is told once. */
const checkWinning = (desk: Desk, project: ProjectDefinition, path: string): void => {
  const said = new Set<string>();
  const report: Report = (at, message) => {
    if (!said.has(at)) desk.report(at, message);
    said.add(at);
  };
  for (const winner of project.sponsors.filter((sponsor) => desk.names.actor.has(sponsor))) {
    const named = project.onWon.map((effect) => namedFor(effect, winner));
    const read = effects.safeParse(named);
    if (read.success) checkEffects({ ...desk, report, look: lookIn(desk.names, report) }, named, path);
    else
      for (const fault of shapeProblems(read.error.issues, named, effects))
        report(`${path}${fault.path}`, fault.message);
  }
};

const namedFor = (effect: Effect, winner: ActorId): Effect =>
  Object.fromEntries(Object.entries(effect).map(([key, value]) => [key, value === WINNER ? winner : value])) as Effect;

const WITH_AREAS: readonly string[] = VERB_FAMILIES.influence;

/** The verbs of influence have one entry for each area; the others have one. */
const checkActions = (desk: Desk): void => {
  const { scenario, report } = desk;
  for (const [i, action] of scenario.actions.entries()) checkPrice(desk, action, `actions[${i}]`);
  const wanted = VERBS.flatMap((verb) =>
    WITH_AREAS.includes(verb) ? AREAS.map((area) => `${verb}/${area}`) : [`${verb}/`],
  );
  const given = scenario.actions.map(({ verb, area }) => `${verb}/${area ?? ''}`);
  for (const key of wanted) {
    if (!given.includes(key))
      report('actions', `There is no entry for ${key.split('/').filter(Boolean).join(' in ')}. Add one.`);
  }
  for (const [i, key] of given.entries()) {
    if (!wanted.includes(key))
      report(
        `actions[${i}].area`,
        'Court, squeeze and harden have one entry for each area; every other verb has one, with area null.',
      );
    if (given.indexOf(key) !== i)
      report(
        `actions[${i}]`,
        `There is an entry for ${key.split('/').filter(Boolean).join(' in ')} already, at actions[${given.indexOf(key)}]. Remove one.`,
      );
  }
};

/** An order dearer than the most that a power can have is never given. */
const checkPrice = ({ scenario, report }: Desk, action: ActionDefinition, path: string): void => {
  const { kept, incomeByStability } = scenario.magnitudes.capital;
  const most = Math.min(TRACK_BOUNDS.capital[1], kept + Math.max(...incomeByStability.map((step) => step.income)));
  if (action.capital > most)
    report(`${path}.capital`, `No power could ever pay this: it never has more than ${most} capital.`);
  if (action.treasury > TRACK_BOUNDS.treasury[1])
    report(
      `${path}.treasury`,
      `No power could ever pay this: it never has more than ${TRACK_BOUNDS.treasury[1]} treasury.`,
    );
};
