import type { ReactNode } from 'react';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { type Selection, useMatch } from '../../store/match-store.ts';
import { eventsById } from '../../text/cause-sentence.ts';
import { t } from '../../text/match-text.ts';
import { AgreementCard } from '../treaty/agreement-card.tsx';
import '../treaty/treaty.css';
import '../orders/orders.css';
import { EventLine } from '../event-line.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { CountryDossier } from './country-dossier.tsx';
import { FrontDossier } from './front-dossier.tsx';
import { History } from './history.tsx';
import { MeasureDossier } from './measure-dossier.tsx';
import { isAbout } from './order-about.ts';
import { ProjectDossier } from './project-dossier.tsx';
import { RouteDossier } from './route-dossier.tsx';
import { SiteDossier } from './site-dossier.tsx';
import { titleOfThing } from './thing-title.ts';
import { WhatICanDo } from './what-i-can-do.tsx';
import './dossier.css';

/** Everything about what is selected, whatever it is. */
export const Dossier = () => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const chosen = useMatch((state) => state.selection);
  const selection = chosen ?? (me === null ? null : ({ kind: 'country', id: me } as const));
  const title = selection === null ? null : titleOfThing(selection, scenario, view);
  if (selection === null || title === null) {
    return (
      <section className="panel-body dossier" aria-labelledby="dossier-title">
        <h2 id="dossier-title">{t('dossier.title')}</h2>
        <p className="panel-empty">{t('dossier.empty')}</p>
      </section>
    );
  }
  return (
    <section className="panel-body dossier" aria-labelledby="dossier-title" key={`${selection.kind}/${selection.id}`}>
      <h2 id="dossier-title">{title}</h2>
      {chosen === null ? <p className="small soft">{t('dossier.own')}</p> : null}
      {bodyOf(selection, scenario, view)}
      {selection.kind === 'event' ? null : (
        <>
          <WhatICanDo about={({ order }) => isAbout(order, selection, scenario, me)} />
          <History of={selection} />
        </>
      )}
    </section>
  );
};

const bodyOf = ({ kind, id }: Selection, scenario: Scenario, view: SeatView): ReactNode => {
  switch (kind) {
    case 'country':
      return <CountryDossier country={id} />;
    case 'route':
      return <RouteDossier route={id} gate={null} />;
    case 'gate':
      return <RouteDossier route={indexOf(scenario).gates.get(id)?.route.id ?? ''} gate={id} />;
    case 'site':
      return <SiteDossier site={id} />;
    case 'front':
      return <FrontDossier front={id} />;
    case 'project':
      return <ProjectDossier project={id} />;
    case 'measure':
      return <MeasureDossier measure={id} />;
    case 'agreement': {
      const agreement = view.agreements.find((one) => one.id === id);
      return agreement === undefined ? null : <AgreementCard agreement={agreement} />;
    }
    case 'event': {
      const event = eventsById(view.events).get(id);
      return event === undefined ? null : <EventLine event={event} />;
    }
    case 'channel':
      return null;
    default:
      return kind satisfies never;
  }
};
