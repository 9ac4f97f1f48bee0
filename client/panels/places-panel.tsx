import type { ReactNode } from 'react';
import { flowOfRoute } from '../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { type Selection, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { actorName } from '../text/names.ts';
import { tensionLevel } from '../text/sentence-parts.ts';
import { PowerCode } from '../ui/power-mark.tsx';
import { FLOW_SIGNS } from './dossier/route-dossier.tsx';
import { sameThing } from './event-refs.ts';
import { useScenario, useStage, useView } from './panel-hooks.ts';

const FLOWS = ['closed', 'restricted', 'open'] as const;

/** Everything that stands on the map, as lists: choosing here is choosing there. */
export const PlacesPanel = () => {
  const scenario = useScenario();
  const { board } = useView();
  const index = indexOf(scenario);
  return (
    <section className="panel-body places" aria-labelledby="places-title">
      <h2 id="places-title">{t('places.title')}</h2>
      <Group title={t('places.countries')}>
        {index.hosts.map((host) => (
          <Place
            key={host}
            thing={{ kind: 'country', id: host }}
            name={actorName(scenario, host)}
            note={<PowerCode power={host} />}
          />
        ))}
      </Group>
      <Group title={t('places.routes')}>
        {scenario.routes.map((route) => {
          const flow = FLOWS[flowOfRoute(scenario, board, route.id)] ?? 'closed';
          return (
            <Place
              key={route.id}
              thing={{ kind: 'route', id: route.id }}
              name={route.name}
              note={`${FLOW_SIGNS[flow]} ${t(`gate.${flow}`)}`}
            />
          );
        })}
      </Group>
      <Group title={t('places.fronts')}>
        {scenario.fronts.map((front) => {
          const tension = board.fronts[front.id]?.tension ?? front.tension;
          return (
            <Place
              key={front.id}
              thing={{ kind: 'front', id: front.id }}
              name={front.name}
              note={`${tension} · ${t(`tension.${tensionLevel(tension)}`)}`}
            />
          );
        })}
      </Group>
      <Group title={t('places.sites')}>
        {scenario.sites.map((site) => (
          <Place
            key={site.id}
            thing={{ kind: 'site', id: site.id }}
            name={site.name}
            note={<PowerCode power={board.sites[site.id]?.operator ?? site.operator} />}
          />
        ))}
      </Group>
      <Group title={t('places.projects')}>
        {scenario.projects.map((project) => (
          <Place
            key={project.id}
            thing={{ kind: 'project', id: project.id }}
            name={project.name}
            note={<PowerCode power={project.host} />}
          />
        ))}
      </Group>
    </section>
  );
};

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="panel-part places-group" open>
    <summary>
      <h3>{title}</h3>
    </summary>
    <ul className="panel-list places-list">{children}</ul>
  </details>
);

const Place = ({
  thing,
  name,
  note,
}: {
  readonly thing: Selection;
  readonly name: string;
  readonly note: ReactNode;
}) => {
  const selection = useMatch((state) => state.selection);
  const { select } = useIntents();
  const { open } = useStage();
  return (
    <li>
      <button
        type="button"
        className="panel-pick"
        aria-pressed={sameThing(selection, thing)}
        onClick={() => {
          select(thing);
          open('dossier');
        }}
      >
        <span>{name}</span>
        <span className="push soft small">{note}</span>
      </button>
    </li>
  );
};
