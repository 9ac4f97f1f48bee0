import { useState } from 'react';
import type { OrderSet } from '../../../shared/model/order.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { useScenario } from '../panel-hooks.ts';
import { type Failure, type Mend, smallestChange } from './mend.ts';

type MendNoteProps = {
  readonly view: SeatView;
  readonly set: OrderSet;
  /** which order of the set */ readonly at: number;
  readonly why: Failure;
  /** it has been resolved already */ readonly past?: boolean;
};

/** On asking: the smallest change of one’s own orders that would have made a failed one work. */
export const MendNote = ({ view, set, at, why, past = false }: MendNoteProps) => {
  const scenario = useScenario();
  const [found, setFound] = useState<{ readonly mend: Mend | null } | null>(null);
  const when = past ? 'past' : 'now';
  return (
    <div className="mend">
      <p className="small">{t(`mend.hint.${why}`)}</p>
      {found === null ? (
        <div>
          <Button size="s" onPress={() => setFound({ mend: smallestChange(scenario, view, set, at) })}>
            {t(`mend.ask.${when}`)}
          </Button>
        </div>
      ) : (
        <p role="status">
          <b>
            {found.mend === null
              ? t(`mend.none.${when}`)
              : t(`mend.${found.mend.kind}.${when}`, { order: orderSentence(found.mend.order, scenario, view) })}
          </b>{' '}
          <span className="small soft">{t('mend.note')}</span>
        </p>
      )}
    </div>
  );
};
