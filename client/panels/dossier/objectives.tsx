import { useMemo } from 'react';
import type { ObjectiveDefinition } from '../../../shared/model/scenario.ts';
import { hundredthsOf } from '../../../shared/rules/scores.ts';
import { supposeState } from '../../../shared/view/suppose-state.ts';
import { t } from '../../text/match-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { signedHundredths } from '../why/story-powers.ts';

/** What it has brought so far. Others’ hidden tracks are guessed by their bands, so their worth is not shown. */
const ObjectiveWorth = ({ power, objective }: { readonly power: string; readonly objective: ObjectiveDefinition }) => {
  const scenario = useScenario();
  const view = useView();
  const state = useMemo(() => supposeState(scenario, view), [scenario, view]);
  if (view.tracks[power]?.exact === null) return null;
  return (
    <Figure of={figureKey('objective', power, objective.id)}>
      {signedHundredths(hundredthsOf(scenario, state.board, power, objective))}
    </Figure>
  );
};

/** What a power wants, as far as one may know. */
export const Objectives = ({ power }: { readonly power: string }) => {
  const scenario = useScenario();
  const { agendas } = useView();
  const me = useMe();
  const agenda = (scenario.agendas[power] ?? []).find((one) => one.id === agendas[power]);
  const open = scenario.objectives[power] ?? [];
  return (
    <details className="panel-part" open={power === me}>
      <summary>
        <h3>{t(power === me ? 'objectives.mine' : 'objectives.title')}</h3>
      </summary>
      <ul className="objectives">
        {[...(agenda === undefined ? [] : [agenda]), ...open].map((one) => (
          <li key={one.id}>
            <b>{one.title}</b> {one === agenda ? <Badge tone="warn">{t('objectives.secret')}</Badge> : null}{' '}
            <Figure of={figureKey('weight', power, one.id)} className="soft">
              {t('objectives.weight', { weight: one.weight })}
            </Figure>{' '}
            <ObjectiveWorth power={power} objective={one} />
            <br />
            <span className="small">{one.why}</span>
          </li>
        ))}
      </ul>
      {agenda === undefined ? <p className="small soft">{t('objectives.hidden')}</p> : null}
    </details>
  );
};
