import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { Selection } from '../../store/match-store.ts';
import { eventsById } from '../../text/cause-sentence.ts';
import { actorName, actorNames, agreementTitle } from '../../text/names.ts';
import { sentence } from '../../text/sentence.ts';

/** What a selected thing is called; null if it is not in this view. */
export const titleOfThing = ({ kind, id }: Selection, scenario: Scenario, view: SeatView): string | null => {
  const index = indexOf(scenario);
  switch (kind) {
    case 'country':
      return [...index.actors].includes(id) ? actorName(scenario, id) : null;
    case 'route':
      return index.routes.get(id)?.name ?? null;
    case 'gate': {
      const found = index.gates.get(id);
      return found === undefined ? null : `${found.gate.name} · ${found.route.name}`;
    }
    case 'site':
      return index.sites.get(id)?.name ?? null;
    case 'front':
      return index.fronts.get(id)?.name ?? null;
    case 'project':
      return scenario.projects.find((one) => one.id === id)?.name ?? null;
    case 'measure':
      return index.measures.get(id)?.name ?? null;
    case 'agreement':
      return view.agreements.some((one) => one.id === id) ? agreementTitle(scenario, view, id) : null;
    case 'event': {
      const event = eventsById(view.events).get(id);
      return event === undefined ? null : sentence(event, scenario, view);
    }
    case 'channel':
      return actorNames(scenario, id.split('-'));
    default:
      return kind satisfies never;
  }
};
