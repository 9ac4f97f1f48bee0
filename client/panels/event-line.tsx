import type { ReactNode } from 'react';
import type { GameEvent } from '../../shared/model/event.ts';
import { useIntents } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { sentence } from '../text/sentence.ts';
import { Button } from '../ui/button.tsx';
import { subjectsOf } from './event-refs.ts';
import { useScenario, useStage, useView } from './panel-hooks.ts';

type EventLineProps = {
  readonly event: GameEvent;
  readonly also?: ReactNode;
  readonly quarter?: string /** no way to the map */;
  readonly inDialog?: boolean;
};

/** One thing that happened: what, why, where. */
export const EventLine = ({ event, also, quarter, inDialog = false }: EventLineProps) => {
  const scenario = useScenario();
  const view = useView();
  const { ask } = useIntents();
  const { show } = useStage();
  const told = sentence(event, scenario, view);
  const subject = subjectsOf(event, scenario)[0];
  return (
    <div className="event-line">
      <p className="event-text">
        {quarter === undefined ? null : <span className="soft figures">{quarter}: </span>}
        {told}
      </p>
      <span className="event-acts">
        <Button
          kind="quiet"
          size="s"
          aria-label={t('why.of', { what: told })}
          onPress={() => ask(event.id)}
          data-why={event.id}
        >
          {t('why')}
        </Button>
        {subject === undefined || inDialog ? null : (
          <Button kind="quiet" size="s" aria-label={t('show.of', { what: told })} onPress={() => show(subject)}>
            {t('show')}
          </Button>
        )}
      </span>
      {also}
    </div>
  );
};
