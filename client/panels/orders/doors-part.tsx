import { useMemo, useState } from 'react';
import type { Doors } from '../../../shared/model/portfolio.ts';
import { legalDoors } from '../../../shared/rules/legal-orders.ts';
import type { Preview } from '../../../shared/rules/preview.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName } from '../../text/names.ts';
import { doorSentence } from '../../text/order-sentence.ts';
import { sentence } from '../../text/sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { facetedDoors } from '../term-facets.ts';
import { Figure } from '../why/figure.tsx';
import { expectedKey } from '../why/story-orders.ts';
import { ConflictNote } from './conflict-note.tsx';
import { withDoors } from './draft.ts';
import { foreseenOfDoors } from './foreseen.ts';
import type { Draft } from './use-draft.ts';

/** Two welcomes and one bar; one change a turn, free. */
export const DoorsPart = ({
  draft,
  mayOrder,
  foreseen,
}: {
  readonly draft: Draft;
  readonly mayOrder: boolean;
  readonly foreseen: Preview;
}) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const [changing, setChanging] = useState(false);
  const choices = useMemo(() => facetedDoors(legalDoors(scenario, view), scenario), [scenario, view]);
  const doors = me === null ? undefined : view.board.doors[me];
  if (doors === undefined) return null;
  const { doors: change } = draft.set;
  const conflicts = foreseen.conflicts.filter((conflict) => conflict.order === 'doors');
  return (
    <details className="panel-part concede" open={change !== null || changing || undefined}>
      <summary>
        <h3>{t('doors.title')}</h3> <DoorCodes doors={doors} />
      </summary>
      <ul className="doors-now">
        {doors.welcomes.map((door) => (
          <li key={`${door.area}/${door.supplier}`}>
            <span className="board-door" data-door="welcome" aria-hidden="true">
              +
            </span>{' '}
            {t('doors.welcome.now', { supplier: actorName(scenario, door.supplier), area: areaName(door.area) })}
          </li>
        ))}
        {doors.bar === null ? null : (
          <li>
            <span className="board-door" data-door="barred" aria-hidden="true">
              ×
            </span>{' '}
            {t('doors.bar.now', { supplier: actorName(scenario, doors.bar.supplier), area: areaName(doors.bar.area) })}
          </li>
        )}
      </ul>
      {change === null ? null : (
        <div className="panel-card" data-tone={conflicts.length > 0 ? 'bad' : undefined}>
          <div className="tray-head">
            <b className="tray-what">{sentenceCase(doorSentence(change, scenario))}</b>
            {mayOrder ? (
              <Button
                kind="quiet"
                size="s"
                aria-label={t('doors.drop')}
                onPress={() => draft.change(withDoors(draft.set, null))}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            ) : null}
          </div>
          {conflicts.map((conflict) => (
            <ConflictNote key={`${conflict.agreement}/${conflict.clause}`} conflict={conflict} />
          ))}
          <ul className="tray-does">
            {foreseenOfDoors(foreseen.expected, view.viewer, change)
              .filter((event) => event.kind !== 'doorsSet')
              .map((event) => (
                <li key={event.id}>
                  <Figure of={expectedKey(draft.set, foreseen.expected.indexOf(event))}>
                    {sentence(event, scenario, view)}
                  </Figure>
                </li>
              ))}
          </ul>
        </div>
      )}
      {!mayOrder ? null : changing ? (
        <FacetPicker list={choices}>
          {(item) => (
            <div className="row">
              <Button
                isDisabled={item === null}
                onPress={() => {
                  draft.change(withDoors(draft.set, item));
                  setChanging(false);
                }}
              >
                {t('doors.set')}
              </Button>
              <Button kind="quiet" onPress={() => setChanging(false)}>
                {t('cancel')}
              </Button>
            </div>
          )}
        </FacetPicker>
      ) : (
        <div>
          <Button size="s" onPress={() => setChanging(true)}>
            {t('doors.change')}
          </Button>
        </div>
      )}
    </details>
  );
};

/** The doors as they stand, at a glance. */
const DoorCodes = ({ doors }: { readonly doors: Doors }) => (
  <span className="small soft" aria-hidden="true">
    {doors.welcomes.map((door) => `+${door.supplier} `)}
    {doors.bar === null ? '' : `×${doors.bar.supplier}`}
  </span>
);
