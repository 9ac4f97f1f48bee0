import type { ReactNode } from 'react';
import { flowOfRoute } from '../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { type Selection, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { actorName, agreementTitle } from '../text/names.ts';
import { tensionLevel } from '../text/sentence-parts.ts';
import { PowerCode } from '../ui/power-mark.tsx';
import { FLOW_SIGNS } from './dossier/route-dossier.tsx';
import { sameThing } from './event-refs.ts';
import { useScenario, useStage, useView } from './panel-hooks.ts';
import { Figure } from './why/figure.tsx';
import { figureKey } from './why/figure-key.ts';

const FLOWS = ['closed', 'restricted', 'open'] as const;

/** Everything that stands on the map, as lists: choosing here is choosing there. */
export const PlacesPanel = () => {
  const scenario = useScenario();
  const view = useView();
  const { board, agreements } = view;
  const index = indexOf(scenario);
  return (
    <section className="panel-body places" aria-labelledby="places-title">
      <h2 id="places-title">{t('places.title')}</h2>
      <Group title={t('places.countries')}>
        {index.actors.map((host) => (
          <Place key={host} thing={{ kind: 'country', id: host }} name={actorName(scenario, host)}>
            <PowerCode power={host} />
          </Place>
        ))}
      </Group>
      <Group title={t('places.routes')}>
        {scenario.routes.map((route) => {
          const flow = FLOWS[flowOfRoute(scenario, board, route.id)] ?? 'closed';
          return (
            <Place key={route.id} thing={{ kind: 'route', id: route.id }} name={route.name}>
              <Figure of={figureKey('flow', route.id)}>
                <span aria-hidden="true">{FLOW_SIGNS[flow]}</span> {t(`gate.${flow}`)}
              </Figure>
            </Place>
          );
        })}
      </Group>
      <Group title={t('places.fronts')}>
        {scenario.fronts.map((front) => {
          const tension = board.fronts[front.id]?.tension ?? front.tension;
          return (
            <Place key={front.id} thing={{ kind: 'front', id: front.id }} name={front.name}>
              <Figure of={figureKey('tension', front.id)}>
                {tension} · {t(`tension.${tensionLevel(tension)}`)}
              </Figure>
            </Place>
          );
        })}
      </Group>
      <Group title={t('places.sites')}>
        {scenario.sites.map((site) => {
          const now = board.sites[site.id] ?? site;
          return (
            <Place key={site.id} thing={{ kind: 'site', id: site.id }} name={site.name}>
              <Figure of={figureKey('site', site.id)}>
                <PowerCode power={now.operator} /> {now.level}
              </Figure>
            </Place>
          );
        })}
      </Group>
      <Group title={t('places.projects')}>
        {scenario.projects.map((project) => (
          <Place key={project.id} thing={{ kind: 'project', id: project.id }} name={project.name}>
            <PowerCode power={project.host} />
          </Place>
        ))}
      </Group>
      <Group title={t('places.measures')}>
        {[...index.measures.values()]
          .filter((measure) => board.measures[measure.id] !== 'idle')
          .map((measure) => (
            <Place key={measure.id} thing={{ kind: 'measure', id: measure.id }} name={measure.name}>
              <Figure of={figureKey('measure', measure.id)}>
                <PowerCode power={measure.by} /> {t(`measure.${board.measures[measure.id] ?? measure.status}`)}
              </Figure>
            </Place>
          ))}
      </Group>
      <Group title={t('places.agreements')}>
        {agreements
          .filter((one) => one.status === 'inForce' || one.status === 'suspended')
          .map((one) => (
            <Place key={one.id} thing={{ kind: 'agreement', id: one.id }} name={agreementTitle(scenario, view, one)}>
              <Figure of={figureKey('agreement', one.id)}>{t(`agreement.${one.status}`)}</Figure>
            </Place>
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

type PlaceProps = { readonly thing: Selection; readonly name: string /** its number */; readonly children: ReactNode };

const Place = ({ thing, name, children }: PlaceProps) => {
  const selection = useMatch((state) => state.selection);
  const { select } = useIntents();
  const { open } = useStage();
  return (
    <li className="place-row">
      <button
        type="button"
        className="panel-pick"
        aria-pressed={sameThing(selection, thing)}
        onClick={() => {
          select(thing);
          open('dossier');
        }}
      >
        {name}
      </button>
      <span className="soft small">{children}</span>
    </li>
  );
};
