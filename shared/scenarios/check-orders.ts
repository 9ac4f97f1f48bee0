import type { FrontDefinition, GateDefinition, ProjectDefinition } from '../model/asset.ts';
import { ORDER_FIELDS } from '../model/fields.ts';
import type { ActorId } from '../model/ids.ts';
import {
  familyOf,
  isFamily,
  type OrderPattern,
  PATTERN_FIELDS,
  VERB_FAMILIES,
  type Verb,
  type VerbFamily,
} from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Desk } from './known-names.ts';
import { suggest } from './problems.ts';

export type Field = (typeof PATTERN_FIELDS)[number];

/** What an order of each verb names, of what a pattern may hold. */
export const fieldsOf = (verb: Verb): readonly Field[] =>
  PATTERN_FIELDS.filter((field) => ORDER_FIELDS[verb].some((one) => one.name === field));
/** Verbs that are aimed at a power; the others may be aimed at any actor, or at any host with a portfolio. */
const AT_POWERS: readonly Verb[] = ['squeeze', 'spy', 'destabilise', 'coup', 'deter', 'operate'];
const AT_HOSTS: readonly Verb[] = ['court'];

const verbsOf = (verb: Verb | VerbFamily): readonly Verb[] => (isFamily(verb) ? VERB_FAMILIES[verb] : [verb]);

/** The pattern of an order in a clause: fields that belong to it, names that exist, and somebody who could give it. */
export const checkPattern = (desk: Desk, by: readonly ActorId[], order: OrderPattern, path: string): void => {
  const verbs = verbsOf(order.verb);
  for (const field of PATTERN_FIELDS) {
    if (order[field] === undefined) continue;
    const users = verbs.filter((verb) => fieldsOf(verb).includes(field));
    if (users.length === 0) desk.report(`${path}.${field}`, `${order.verb} has no ${field}. Remove it.`);
    else if (!checkField(desk, users, field, order[field], `${path}.${field}`)) return;
  }
  const fitting = verbs.filter((verb) =>
    PATTERN_FIELDS.every((one) => order[one] === undefined || fieldsOf(verb).includes(one)),
  );
  const reasons = by.flatMap((actor) => fitting.map((verb) => whyNever(desk.scenario, actor, { ...order, verb })));
  const why = reasons.find((reason) => reason !== null);
  if (reasons.length > 0 && why != null && !reasons.includes(null))
    desk.report(`${path}.${why.field ?? 'verb'}`, `Nobody bound here could ever give this order: ${why.text}`);
};

export const checkField = (desk: Desk, verbs: readonly Verb[], field: Field, name: string, path: string): boolean => {
  switch (field) {
    case 'host':
      if (verbs.every((verb) => AT_HOSTS.includes(verb))) return desk.look('host', name, path);
      return desk.look(verbs.every((verb) => AT_POWERS.includes(verb)) ? 'power' : 'actor', name, path);
    case 'gate':
    case 'front':
    case 'project':
    case 'measure':
      return desk.look(field, name, path);
    case 'sponsor':
      return desk.look('actor', name, path);
    case 'what':
      return lookSubject(desk, name, path);
    case 'area':
    case 'status':
      return true;
    default:
      return field satisfies never;
  }
};

/** What may be recognised: somebody's borders, or a front. */
export const lookSubject = ({ names, report }: Desk, name: string, path: string): boolean => {
  if (names.actor.has(name) || names.front.has(name)) return true;
  report(path, `There is no country or front called “${name}”. ${suggest(name, [...names.actor, ...names.front])}`);
  return false;
};

type Never = { readonly field: Field | null; readonly text: string };
const never = (field: Field | null, text: string): Never => ({ field, text });

const gateOf = (scenario: Scenario, id: string | undefined): GateDefinition | undefined =>
  scenario.routes.flatMap((route) => route.gates).find((gate) => gate.id === id);
const frontOf = (scenario: Scenario, id: string | undefined): FrontDefinition | undefined =>
  scenario.fronts.find((front) => front.id === id);
const projectOf = (scenario: Scenario, id: string | undefined): ProjectDefinition | undefined =>
  scenario.projects.find((project) => project.id === id);

export type Aim = Omit<OrderPattern, 'verb'> & { readonly verb: Verb };

/** Why an actor could not give such an order in any match of the scenario; null if it could. */
export const whyNever = (scenario: Scenario, actor: ActorId, aim: Aim): Never | null => {
  if (aim.host === actor) return never('host', 'no order is aimed at oneself. Name another country.');
  const isPower = scenario.powers.some((power) => power.id === actor);
  if (
    !isPower &&
    familyOf(aim.verb) !== 'diplomacy' &&
    !['court', 'sponsor', 'setGate', 'postGuard', 'award'].includes(aim.verb)
  )
    return never(null, `${actor} is not a power, and non-players do nothing of the kind.`);
  switch (aim.verb) {
    case 'setGate':
    case 'postGuard':
    case 'blockade':
      return neverAtGate(scenario, actor, aim);
    case 'sponsor':
    case 'award':
    case 'sabotage':
      return neverInProject(scenario, actor, aim);
    case 'sanction':
    case 'lift':
      return neverByMeasure(scenario, actor, aim);
    case 'recognise':
    case 'harden':
      return neverThere(scenario, actor, aim);
    case 'mediate':
    case 'probe':
    case 'operate':
      return neverAtFront(scenario, actor, aim);
    default:
      return null;
  }
};

const neverByMeasure = ({ measures }: Scenario, actor: ActorId, aim: Aim): Never | null => {
  if (aim.verb === 'lift') {
    const measure = measures.find((one) => one.id === aim.measure);
    if (measure === undefined || measure.by === actor) return null;
    return never('measure', `only ${measure.by} can lift ${measure.id}. Name a measure of ${actor}.`);
  }
  const { host } = aim;
  const isMeant = measures.some(
    (one) => one.kind === 'sanction' && one.by === actor && one.against.includes(host ?? ''),
  );
  return host === undefined || isMeant
    ? null
    : never('host', `${host} does not act, so nobody sanctions it. Name another.`);
};

const neverThere = (scenario: Scenario, actor: ActorId, { verb, what }: Aim): Never | null => {
  const isHost = (one: ActorId): boolean => scenario.portfolios[one] !== undefined;
  if (verb === 'harden') return isHost(actor) ? null : never(null, `${actor} has no portfolio to harden.`);
  if (what === actor) return never('what', 'nobody recognises itself. Name another country or a front.');
  if (what === undefined || isHost(what) || frontOf(scenario, what) !== undefined) return null;
  return never('what', `${what} has no portfolio, so it is nobody’s to recognise. Name a host or a front.`);
};

const neverAtGate = (scenario: Scenario, actor: ActorId, aim: Aim): Never | null => {
  const owner = gateOf(scenario, aim.gate)?.owner;
  if (owner === undefined) return null;
  if (aim.verb === 'blockade') {
    if (owner === actor) return never('gate', 'one’s own gate is closed openly, by setGate. Name another’s gate.');
    return (aim.host ?? owner) === owner ? null : never('host', `this gate belongs to ${owner}. Write ${owner}.`);
  }
  return owner === actor ? null : never('gate', `this gate belongs to ${owner}. Name a gate of ${actor}.`);
};

const neverInProject = (scenario: Scenario, actor: ActorId, aim: Aim): Never | null => {
  const project = projectOf(scenario, aim.project);
  if (project === undefined) return null;
  const sponsors = project.sponsors.join(', ');
  if (aim.verb === 'sponsor' && !project.sponsors.includes(actor))
    return never('project', `${actor} is not among its sponsors: ${sponsors}.`);
  if (aim.verb === 'sabotage' && project.host === actor)
    return never('project', 'nobody sabotages what is built at home. Name a project of another host.');
  if (aim.verb === 'sabotage' && (aim.host ?? project.host) !== project.host)
    return never('host', `this project is built in ${project.host}. Write ${project.host}.`);
  if (aim.verb === 'award' && project.host !== actor)
    return never('project', `only its host ${project.host} awards it.`);
  if (aim.sponsor !== undefined && !project.sponsors.includes(aim.sponsor))
    return never('sponsor', `${aim.sponsor} is not among its sponsors: ${sponsors}.`);
  return null;
};

const neverAtFront = (scenario: Scenario, actor: ActorId, aim: Aim): Never | null => {
  const front = frontOf(scenario, aim.front);
  if (front === undefined) return aim.front === undefined ? neverAnywhere(scenario, actor, aim) : null;
  const isParty = front.parties.includes(actor);
  if (aim.verb === 'mediate') return isParty ? never('front', 'who is a party to it cannot mediate there.') : null;
  if (!isParty) return never('front', `only ${front.parties.join(' and ')} use force there.`);
  if (aim.host !== undefined && !front.parties.includes(aim.host))
    return never('host', `${aim.host} is not a party to that front.`);
  if (aim.verb === 'operate' && (front.background || front.prizes.length === 0))
    return never('front', 'nothing can change hands there, so nobody operates. Name another front.');
  return null;
};

/** With no front named: is there any at which the two meet, and where it could be done? */
const neverAnywhere = (scenario: Scenario, actor: ActorId, aim: Aim): Never | null => {
  const { host } = aim;
  if (aim.verb === 'mediate' || host === undefined) return null;
  const meet = scenario.fronts.some(
    ({ parties, background, prizes }) =>
      parties.includes(actor) && parties.includes(host) && (aim.verb === 'probe' || (!background && prizes.length > 0)),
  );
  return meet ? null : never('host', `${actor} and ${host} share no front where it could be given.`);
};
