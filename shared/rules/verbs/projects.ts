import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ActorId, ProjectId } from '../../model/ids.ts';
import { refuse } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type Ground, NO_NOTES, type Offered, type VerbRules } from './ground.ts';

type Places = {
  /** By sponsor. */ readonly sponsored: ReadonlyMap<ActorId, readonly ProjectId[]>;
  /** By host. */
  readonly hosted: ReadonlyMap<
    ActorId,
    readonly { readonly project: ProjectId; readonly sponsors: readonly ActorId[] }[]
  >;
};

const known = new WeakMap<Scenario, Places>();

/** Which projects a power may sponsor, and which it may award: the same all match long. */
const placesOf = (scenario: Scenario): Places => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const { powers } = indexOf(scenario);
  const places: Places = {
    sponsored: new Map(
      powers.map((power) => [
        power,
        scenario.projects.filter((one) => one.sponsors.includes(power)).map((one) => one.id),
      ]),
    ),
    hosted: new Map(
      powers.map((power) => [
        power,
        scenario.projects.filter((one) => one.host === power).map(({ id, sponsors }) => ({ project: id, sponsors })),
      ]),
    ),
  };
  known.set(scenario, places);
  return places;
};

const isOver = ({ board }: Ground, project: ProjectId): boolean => board.projects[project]?.winner !== null;

/** An allowed sponsor's points. A closed stage makes the order fail, it does not forbid it: a signature may open it. */
export const sponsorRules: VerbRules<'sponsor'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const project of placesOf(ground.scenario).sponsored.get(ground.power) ?? [])
      if (!isOver(ground, project)) offers.push({ order: { verb: 'sponsor', project }, notes: NO_NOTES });
    return offers;
  },
  refuse: (ground, { project }) => {
    const definition = indexOf(ground.scenario).projects.get(project);
    if (definition === undefined) return refuse('orders/unknown');
    if (!definition.sponsors.includes(ground.power)) return refuse('orders/not-allowed', { why: 'sponsor' });
    return isOver(ground, project) ? refuse('orders/not-allowed', { why: 'won' }) : null;
  },
};

/** The host's word on who shall build: free to give to another, never taken back to nobody. */
export const awardRules: VerbRules<'award'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const { project, sponsors } of placesOf(ground.scenario).hosted.get(ground.power) ?? []) {
      if (isOver(ground, project)) continue;
      const now = ground.board.projects[project]?.awarded;
      for (const sponsor of sponsors)
        if (sponsor !== now) offers.push({ order: { verb: 'award', project, sponsor }, notes: NO_NOTES });
    }
    return offers;
  },
  refuse: (ground, { project, sponsor }) => {
    const definition = indexOf(ground.scenario).projects.get(project);
    if (definition === undefined) return refuse('orders/unknown');
    if (definition.host !== ground.power) return refuse('orders/not-allowed', { why: 'project' });
    if (!definition.sponsors.includes(sponsor)) return refuse('orders/not-allowed', { why: 'sponsor' });
    if (isOver(ground, project)) return refuse('orders/not-allowed', { why: 'won' });
    return ground.board.projects[project]?.awarded === sponsor ? refuse('orders/not-allowed', { why: 'same' }) : null;
  },
};
