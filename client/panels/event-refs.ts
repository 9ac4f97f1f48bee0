import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Selection } from '../store/match-store.ts';

const country = (...ids: readonly string[]): Selection[] => [...new Set(ids)].map((id) => ({ kind: 'country', id }));

const gateAndRoute = (gate: string, scenario: Scenario): Selection[] => {
  const route = indexOf(scenario).gates.get(gate)?.route.id;
  return [{ kind: 'gate', id: gate }, ...(route === undefined ? [] : [{ kind: 'route' as const, id: route }])];
};
const frontOfPrize = (prize: string, scenario: Scenario): Selection[] =>
  scenario.fronts
    .filter((front) => front.prizes.some((one) => one.id === prize))
    .map((front) => ({ kind: 'front', id: front.id }));
const recognised = (what: string, scenario: Scenario): Selection[] =>
  indexOf(scenario).fronts.has(what) ? [{ kind: 'front', id: what }] : country(what);

/** Things of the map, measures and projects. */
const ofAssets = (event: GameEvent, scenario: Scenario): readonly Selection[] | null => {
  switch (event.kind) {
    case 'gateSet':
    case 'guardPosted':
      return gateAndRoute(event.gate, scenario);
    case 'blockaded':
      return [...gateAndRoute(event.gate, scenario), ...country(event.host)];
    case 'regimeSet':
      return [{ kind: 'route', id: event.route }];
    case 'profitMoved':
      return [{ kind: 'route', id: event.route }, ...country(event.actor)];
    case 'tensionMoved':
    case 'warTold':
      return [{ kind: 'front', id: event.front }];
    case 'mediated':
    case 'monitored':
      return [{ kind: 'front', id: event.front }, ...country(event.by)];
    case 'probed':
    case 'operated':
      return [{ kind: 'front', id: event.front }, ...country(event.host, event.by)];
    case 'prizeTaken':
      return [...frontOfPrize(event.prize, scenario), ...country(event.to, event.from)];
    case 'siteMoved':
      return [{ kind: 'site', id: event.site }];
    case 'siteLost':
      return [{ kind: 'site', id: event.site }, ...country(event.from, event.to)];
    case 'progressMade':
    case 'stageReached':
    case 'awarded':
      return [{ kind: 'project', id: event.project }, ...country(event.sponsor)];
    case 'sponsored':
    case 'sabotaged':
      return [{ kind: 'project', id: event.project }, ...country(event.by)];
    case 'projectWon':
      return [{ kind: 'project', id: event.project }, ...country(event.winner)];
    case 'measureLifted':
    case 'measureImposed': {
      const measure = indexOf(scenario).measures.get(event.measure);
      return [
        { kind: 'measure', id: event.measure },
        ...country(...(measure === undefined ? [] : [measure.by, ...measure.against])),
      ];
    }
    default:
      return null;
  }
};

const ofAgreements = (event: GameEvent): readonly Selection[] | null => {
  switch (event.kind) {
    case 'agreementConcluded':
      return [{ kind: 'agreement', id: event.agreement.id }, ...country(...event.agreement.parties)];
    case 'denounced':
      return [{ kind: 'agreement', id: event.agreement }, ...country(event.by)];
    case 'noticeGiven':
    case 'agreementMoved':
    case 'agreementExposed':
    case 'agreementShown':
    case 'clauseJudged':
    case 'clauseAdvanced':
    case 'consented':
      return [{ kind: 'agreement', id: event.agreement }];
    default:
      return null;
  }
};

const ofCountries = (event: GameEvent, scenario: Scenario): readonly Selection[] => {
  switch (event.kind) {
    case 'squeezed':
    case 'courted':
    case 'spied':
    case 'destabilised':
    case 'coupTried':
    case 'deterred':
      return country(event.host, event.by);
    case 'recognised':
      return [...recognised(event.what, scenario), ...country(event.by)];
    case 'hardened':
    case 'trackMoved':
    case 'ordersRevealed':
    case 'orderExposed':
    case 'mobilised':
    case 'stoodDown':
    case 'governmentFell':
    case 'electionHeld':
    case 'agendaDrawn':
    case 'turnMissed':
      return country(event.power);
    case 'doorsSet':
    case 'sharesMoved':
    case 'gapClosed':
    case 'wasted':
      return country(event.host);
    case 'gapOpened':
      return country(event.gap.host, event.gap.supplier);
    case 'paid':
    case 'paymentMissed':
      return country(event.from);
    case 'policyActed':
      return country(event.actor);
    case 'grievanceGained':
      return country(event.grievance.holder, event.grievance.against);
    case 'grievanceEnded':
      return country(event.holder, event.against);
    default:
      return [];
  }
};

/** The things that an event is about, most telling first. */
export const subjectsOf = (event: GameEvent, scenario: Scenario): readonly Selection[] =>
  ofAssets(event, scenario) ?? ofAgreements(event) ?? ofCountries(event, scenario);

const MAP_KINDS: readonly Selection['kind'][] = ['country', 'site', 'front', 'route', 'gate', 'project'];
export const isOnMap = (thing: Selection): boolean => MAP_KINDS.includes(thing.kind);
export const sameThing = (a: Selection | null, b: Selection | null): boolean => a?.kind === b?.kind && a?.id === b?.id;

/** Events about one thing, newest first. */
export const historyOf = (events: readonly GameEvent[], thing: Selection, scenario: Scenario): readonly GameEvent[] =>
  events.filter((event) => subjectsOf(event, scenario).some((subject) => sameThing(subject, thing))).toReversed();
