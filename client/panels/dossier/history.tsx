import { useState } from 'react';
import type { Selection } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { quarterName } from '../../text/names.ts';
import { Button } from '../../ui/button.tsx';
import { EventLine } from '../event-line.tsx';
import { historyOf } from '../event-refs.ts';
import { useScenario, useView } from '../panel-hooks.ts';

const FEW = 6;
const QUIET = ['clauseAdvanced', 'ordersSubmitted', 'wasteQueued'];

/** What has happened to one thing, newest first. */
export const History = ({ of }: { readonly of: Selection }) => {
  const scenario = useScenario();
  const { events } = useView();
  const [all, setAll] = useState(false);
  const history = historyOf(events, of, scenario).filter((event) => !QUIET.includes(event.kind));
  const shown = all ? history : history.slice(0, FEW);
  return (
    <div className="panel-part">
      <h3>{t('history.title')}</h3>
      {history.length === 0 ? <p className="panel-empty">{t('history.none')}</p> : null}
      <ul className="panel-list">
        {shown.map((event) => (
          <li key={event.id}>
            <EventLine event={event} quarter={quarterName(scenario, event.turn)} />
          </li>
        ))}
      </ul>
      {history.length > FEW ? (
        <div>
          <Button kind="quiet" size="s" onPress={() => setAll(!all)}>
            {t(all ? 'history.less' : 'history.more', { n: history.length - FEW })}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
