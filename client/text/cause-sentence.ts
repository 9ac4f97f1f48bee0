import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { Cause } from '../../shared/model/cause.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { EventId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { policyText } from './deed-sentence.ts';
import { t } from './match-text.ts';
import { actorName, agreementTitle, cardTitle, clauseNumber, findAgreement, measureName } from './names.ts';
import { orderSentence } from './order-sentence.ts';
import { sentence } from './sentence.ts';
import { termsSentence } from './terms-sentence.ts';

/** Events by their number, made once for a list. */
const maps = new WeakMap<readonly GameEvent[], ReadonlyMap<EventId, GameEvent>>();
export const eventsById = (events: readonly GameEvent[]): ReadonlyMap<EventId, GameEvent> => {
  const known = maps.get(events);
  if (known !== undefined) return known;
  const made = new Map(events.map((event) => [event.id, event]));
  maps.set(events, made);
  return made;
};

const clauseCause = (agreement: string, clause: string, scenario: Scenario, view: SeatView): string => {
  const found = findAgreement(scenario, view, agreement);
  const terms = found?.clauses.find((one) => one.id === clause)?.terms;
  const title = agreementTitle(scenario, view, agreement);
  if (terms === undefined) return t('cause.clause.unknown', { title });
  return t('cause.clause', { title, clause: clauseNumber(found, clause), terms: termsSentence(terms, scenario, view) });
};

/** Why, one step back. For a cause that is other events, the sentences of those. */
export const causeSentence = (cause: Cause, scenario: Scenario, view: SeatView): string => {
  switch (cause.kind) {
    case 'order':
      return t('cause.order', {
        power: actorName(scenario, cause.power),
        order: orderSentence(cause.order, scenario, view),
      });
    case 'doors':
      return t('cause.doors', { power: actorName(scenario, cause.power) });
    case 'clause':
      return clauseCause(cause.agreement, cause.clause, scenario, view);
    case 'events': {
      const known = eventsById(view.events);
      const told = cause.ids.flatMap((id) => known.get(id) ?? []).map((event) => sentence(event, scenario, view));
      return told.length === 0 ? t('cause.unknown') : told.join(' ');
    }
    case 'card': {
      const card = indexOf(scenario).cards.get(cause.card);
      return t('cause.card', { card: cardTitle(scenario, cause.card), changes: card?.changes ?? '' });
    }
    case 'measure':
      return t('cause.measure', { measure: measureName(scenario, cause.measure) });
    case 'act':
      if (cause.seat === 'facilitator') return t('cause.act.facilitator');
      return cause.seat === 'table' ? t('cause.act.table') : t('cause.act', { power: actorName(scenario, cause.seat) });
    case 'policy': {
      const actor = actorName(scenario, cause.actor);
      const text = policyText(scenario, cause.actor, cause.rule);
      return text === null ? t('cause.policy.unknown', { actor }) : t('cause.policy', { actor, text });
    }
    case 'rule':
      return t('cause.rule', { rule: cause.rule, text: t(`rule.${cause.rule}`) });
    case 'undisclosed':
      return t('cause.undisclosed');
    default:
      return cause satisfies never;
  }
};

/** One link of the answer to "why?": an event, or where the chain begins. */
export type CauseLink = { readonly depth: number; readonly event: GameEvent | null; readonly text: string };

/** From an event back to every order, clause, card, act or rule that began it; each event once. */
export const causeChain = (event: GameEvent, scenario: Scenario, view: SeatView): readonly CauseLink[] => {
  const known = eventsById(view.events);
  const seen = new Set<EventId>([event.id]);
  const links: CauseLink[] = [];
  const follow = (cause: Cause, depth: number): void => {
    if (cause.kind !== 'events') {
      links.push({ depth, event: null, text: causeSentence(cause, scenario, view) });
      return;
    }
    const found = cause.ids.flatMap((id) => known.get(id) ?? []);
    if (found.length === 0) links.push({ depth, event: null, text: t('cause.unknown') });
    for (const one of found) {
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      links.push({ depth, event: one, text: sentence(one, scenario, view) });
      follow(one.cause, depth + 1);
    }
  };
  follow(event.cause, 0);
  return links;
};
