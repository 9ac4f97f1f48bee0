import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { Intelligence } from '../../shared/model/event.ts';
import type { FailReason } from '../../shared/model/fail-reason.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { TRACKS } from '../../shared/model/track.ts';
import { formatList } from './format.ts';
import { t } from './match-text.ts';
import {
  actorName,
  agreementTitle,
  frontName,
  frontParties,
  gateName,
  gateRouteName,
  measureName,
  prizeName,
  projectName,
  quarterName,
  recognisedName,
  routeName,
  signed,
  siteName,
} from './names.ts';
import { orderSentence } from './order-sentence.ts';
import { clauseBlanks, type Of, type Tell } from './sentence-parts.ts';
import { termsSentence } from './terms-sentence.ts';

/** Why it failed, or nothing. */
const fail = (why: FailReason | null): string => (why === null ? '' : t(`fail.${why}`));
/** Chance is only asked where the attempt was still possible. */
const outcome = ({ success, why }: Of<'operated'> | Of<'coupTried'>): 'success' | 'failed' | 'void' =>
  success ? 'success' : why === null || why === 'odds' ? 'failed' : 'void';
const front = (scenario: Scenario, id: string) => ({
  front: frontName(scenario, id),
  parties: frontParties(scenario, id),
});
const gate = (scenario: Scenario, id: string) => ({ gate: gateName(scenario, id), route: gateRouteName(scenario, id) });

/** The name of a project's stage by its place; past the last one it is done. */
export const stageName = (scenario: Scenario, project: string, stage: number): string =>
  t(`stage.${scenario.projects.find((one) => one.id === project)?.stages[stage]?.name ?? 'done'}`);

const agendaTitle = (scenario: Scenario, power: string, agenda: string): string =>
  scenario.agendas[power]?.find((one) => one.id === agenda)?.title ?? t('agenda.unknown');

/** What a rule of a non-player's policy says; null if the scenario has no such rule. */
export const policyText = (scenario: Scenario, actor: string, rule: string): string | null =>
  scenario.policies.find((one) => one.actor === actor)?.acts.find((one) => one.id === rule)?.text ?? null;

const tracksTold = ({ tracks }: Intelligence): string =>
  formatList(TRACKS.map((track) => t('spied.track', { track: t(`track.${track}`), value: tracks[track] })));

const spied: Tell<'spied'> = (event, scenario, view) => {
  const names = { by: actorName(scenario, event.by), host: actorName(scenario, event.host) };
  if (event.learned === null) return t('event.spied.nothing', names);
  const { agreement } = event.learned;
  const tracks = tracksTold(event.learned);
  return agreement === null
    ? t('event.spied', { ...names, tracks })
    : t('event.spied.agreement', { ...names, tracks, title: agreementTitle(scenario, view, agreement) });
};

const destabilised: Tell<'destabilised'> = (event, scenario, view) => {
  const names = {
    by: actorName(scenario, event.by),
    host: actorName(scenario, event.host),
    stability: signed(event.stability),
  };
  if (event.demand === null) return t('event.destabilised', names);
  return t(event.met ? 'event.destabilised.met' : 'event.destabilised.unmet', {
    ...names,
    demand: termsSentence(event.demand, scenario, view),
  });
};

const measured = (
  kind: 'measureLifted' | 'measureImposed',
  event: Of<'measureLifted'> | Of<'measureImposed'>,
  scenario: Scenario,
): string => {
  const measure = measureName(scenario, event.measure);
  return event.by === null
    ? t(`event.${kind}`, { measure })
    : t(`event.${kind}.by`, { measure, by: actorName(scenario, event.by) });
};

type DeedKind =
  | 'turnMissed'
  | 'standingSet'
  | 'agreementShown'
  | 'siteLost'
  | 'profitMoved'
  | 'measureLifted'
  | 'measureImposed'
  | 'mediated'
  | 'monitored'
  | 'recognised'
  | 'denounced'
  | 'sponsored'
  | 'awarded'
  | 'stageReached'
  | 'projectWon'
  | 'spied'
  | 'destabilised'
  | 'coupTried'
  | 'sabotaged'
  | 'blockaded'
  | 'orderExposed'
  | 'mobilised'
  | 'stoodDown'
  | 'deterred'
  | 'probed'
  | 'operated'
  | 'prizeTaken'
  | 'governmentFell'
  | 'electionCalled'
  | 'electionHeld'
  | 'agendaDrawn'
  | 'policyActed'
  | 'warTold'
  | 'warBroke'
  | 'conductNoted';

const deterredKey = (event: { readonly guarantee: string | null; readonly readiness: number }) =>
  event.guarantee !== null
    ? 'event.deterred.guarantee'
    : event.readiness === 0
      ? 'event.deterred.empty'
      : 'event.deterred';

/** Single verbs, sites, projects, governments and war. */
export const DEEDS: { readonly [K in DeedKind]: Tell<K> } = {
  turnMissed: (event, scenario) => t('event.turnMissed', { power: actorName(scenario, event.power) }),
  standingSet: (event, scenario) =>
    t('event.standingSet', {
      power: actorName(scenario, event.power),
      n: event.standing.orders.length,
      honour: t(event.standing.honour ? 'event.standingSet.honour' : 'event.standingSet.not'),
    }),
  agreementShown: (event, scenario, view) =>
    t('event.agreementShown', {
      title: agreementTitle(scenario, view, event.agreement),
      to: actorName(scenario, event.to),
    }),
  siteLost: (event, scenario) =>
    t('event.siteLost', {
      site: siteName(scenario, event.site),
      from: actorName(scenario, event.from),
      to: actorName(scenario, event.to),
    }),
  profitMoved: (event, scenario) =>
    t('event.profitMoved', {
      route: routeName(scenario, event.route),
      actor: actorName(scenario, event.actor),
      by: signed(event.by),
    }),
  measureLifted: (event, scenario) => measured('measureLifted', event, scenario),
  measureImposed: (event, scenario) => measured('measureImposed', event, scenario),
  mediated: (event, scenario) =>
    t(event.why === null ? 'event.mediated' : 'event.mediated.failed', {
      by: actorName(scenario, event.by),
      ...front(scenario, event.front),
      points: event.points,
      why: fail(event.why),
    }),
  monitored: (event, scenario) =>
    t(event.why === null ? 'event.monitored' : 'event.monitored.failed', {
      by: actorName(scenario, event.by),
      ...front(scenario, event.front),
      why: fail(event.why),
    }),
  recognised: (event, scenario) =>
    t('event.recognised', { by: actorName(scenario, event.by), what: recognisedName(scenario, event.what) }),
  denounced: (event, scenario, view) =>
    t(event.why === null ? 'event.denounced' : 'event.denounced.failed', {
      ...clauseBlanks(scenario, view, event.agreement, event.clause),
      by: actorName(scenario, event.by),
      why: fail(event.why),
    }),
  sponsored: (event, scenario) =>
    t(event.why === null ? 'event.sponsored' : 'event.sponsored.failed', {
      by: actorName(scenario, event.by),
      project: projectName(scenario, event.project),
      points: event.points,
      why: fail(event.why),
    }),
  awarded: (event, scenario) =>
    t('event.awarded', {
      by: actorName(scenario, event.by),
      project: projectName(scenario, event.project),
      sponsor: actorName(scenario, event.sponsor),
    }),
  stageReached: (event, scenario) =>
    t('event.stageReached', {
      project: projectName(scenario, event.project),
      sponsor: actorName(scenario, event.sponsor),
      stage: stageName(scenario, event.project, event.stage),
    }),
  projectWon: (event, scenario) =>
    t('event.projectWon', {
      winner: actorName(scenario, event.winner),
      project: projectName(scenario, event.project),
    }),
  spied,
  destabilised,
  coupTried: (event, scenario) =>
    t(`event.coupTried.${outcome(event)}`, {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      odds: event.odds,
      why: fail(event.why),
    }).trim(),
  sabotaged: (event, scenario) =>
    t(event.why === null ? 'event.sabotaged' : 'event.sabotaged.failed', {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      project: projectName(scenario, event.project),
      points: event.points,
      why: fail(event.why),
    }),
  blockaded: (event, scenario) =>
    t(event.why === null ? 'event.blockaded' : 'event.blockaded.failed', {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      ...gate(scenario, event.gate),
      why: fail(event.why),
    }),
  orderExposed: (event, scenario, view) =>
    t('event.orderExposed', {
      power: actorName(scenario, event.power),
      order: orderSentence(event.order, scenario, view),
    }),
  mobilised: (event, scenario) => t('event.mobilised', { power: actorName(scenario, event.power) }),
  stoodDown: (event, scenario) => t('event.stoodDown', { power: actorName(scenario, event.power) }),
  deterred: (event, scenario, view) =>
    t(deterredKey(event), {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      readiness: event.readiness,
      title: event.guarantee === null ? '' : agreementTitle(scenario, view, event.guarantee),
    }),
  probed: (event, scenario) =>
    t('event.probed', {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      front: frontName(scenario, event.front),
    }),
  operated: (event, scenario) =>
    t(`event.operated.${outcome(event)}`, {
      by: actorName(scenario, event.by),
      host: actorName(scenario, event.host),
      front: frontName(scenario, event.front),
      prize: prizeName(scenario, event.prize),
      odds: event.odds,
      why: fail(event.why),
    }).trim(),
  prizeTaken: (event, scenario) =>
    t('event.prizeTaken', {
      prize: prizeName(scenario, event.prize),
      from: actorName(scenario, event.from),
      to: actorName(scenario, event.to),
    }),
  governmentFell: (event, scenario) =>
    t(`event.governmentFell.${event.by}`, { power: actorName(scenario, event.power), to: event.to }),
  electionCalled: (event, scenario) =>
    t('event.electionCalled', {
      power: actorName(scenario, event.power),
      quarter: quarterName(scenario, event.on),
    }),
  electionHeld: (event, scenario) =>
    t(`event.electionHeld.${event.outcome}`, { power: actorName(scenario, event.power) }),
  agendaDrawn: (event, scenario) =>
    t('event.agendaDrawn', {
      power: actorName(scenario, event.power),
      agenda: agendaTitle(scenario, event.power, event.agenda),
    }),
  policyActed: (event, scenario) => {
    const actor = actorName(scenario, event.actor);
    const text = policyText(scenario, event.actor, event.rule);
    return text === null ? t('event.policyActed.unknown', { actor }) : t('event.policyActed', { actor, text });
  },
  warTold: (event, scenario) =>
    t(event.turns === 0 ? 'event.warTold.over' : 'event.warTold', {
      front: indexOf(scenario).fronts.get(event.front)?.name ?? '',
      turns: event.turns,
    }),
  warBroke: () => t('event.warBroke'),
  conductNoted: () => t('event.conductNoted'),
};
