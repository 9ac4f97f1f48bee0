import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Selection } from '../store/match-store.ts';

const country = (...ids: readonly string[]): Selection[] => [...new Set(ids)].map((id) => ({ kind: 'country', id }));

/** The things that an event is about, most telling first. */
export const subjectsOf = (event: GameEvent, scenario: Scenario): readonly Selection[] => {
  switch (event.kind) {
    case 'gateSet':
    case 'guardPosted': {
      const route = indexOf(scenario).gates.get(event.gate)?.route.id;
      return [
        { kind: 'gate', id: event.gate },
        ...(route === undefined ? [] : [{ kind: 'route' as const, id: route }]),
      ];
    }
    case 'regimeSet':
      return [{ kind: 'route', id: event.route }];
    case 'tensionMoved':
      return [{ kind: 'front', id: event.front }];
    case 'siteMoved':
      return [{ kind: 'site', id: event.site }];
    case 'progressMade':
      return [{ kind: 'project', id: event.project }, ...country(event.sponsor)];
    case 'squeezed':
    case 'courted':
      return country(event.host, event.by);
    case 'hardened':
    case 'trackMoved':
    case 'ordersRevealed':
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
    case 'grievanceGained':
      return country(event.grievance.holder, event.grievance.against);
    case 'grievanceEnded':
      return country(event.holder, event.against);
    case 'agreementConcluded':
      return [{ kind: 'agreement', id: event.agreement.id }, ...country(...event.agreement.parties)];
    case 'noticeGiven':
    case 'agreementMoved':
    case 'agreementExposed':
    case 'clauseJudged':
    case 'clauseAdvanced':
    case 'consented':
      return [{ kind: 'agreement', id: event.agreement }];
    default:
      return [];
  }
};

const MAP_KINDS: readonly Selection['kind'][] = ['country', 'site', 'front', 'route', 'gate', 'project'];
export const isOnMap = (thing: Selection): boolean => MAP_KINDS.includes(thing.kind);
export const sameThing = (a: Selection | null, b: Selection | null): boolean => a?.kind === b?.kind && a?.id === b?.id;

/** Events about one thing, newest first. */
export const historyOf = (events: readonly GameEvent[], thing: Selection, scenario: Scenario): readonly GameEvent[] =>
  events.filter((event) => subjectsOf(event, scenario).some((subject) => sameThing(subject, thing))).toReversed();
