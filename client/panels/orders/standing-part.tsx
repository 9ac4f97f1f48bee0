import { useState } from 'react';
import { type ConditionalOrder, NO_STANDING_ORDERS, type StandingOrders } from '../../../shared/model/order.ts';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import { conditionSentence } from '../../text/condition-sentence.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useScenario, useSend, useTable, useView } from '../panel-hooks.ts';
import { StandingForm } from './standing-form.tsx';

/** What I leave behind for turns in which I submit nothing. Nobody else ever sees it. */
export const StandingPart = () => {
  const scenario = useScenario();
  const view = useView();
  const { mayOrder } = useTable();
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const standing = view.standing ?? NO_STANDING_ORDERS;
  const put = async (next: StandingOrders): Promise<void> => {
    const sent = await send({ kind: 'setStanding', standing: next });
    setProblem(sent.ok ? null : sent.text);
  };
  const told = ({ when, order }: ConditionalOrder): string =>
    sentenceCase(
      t(when === null ? 'standing.line.always' : 'standing.line', {
        condition: conditionSentence(when, scenario, view),
        order: orderSentence(order, scenario, view),
      }),
    );
  return (
    <details className="panel-part concede">
      <summary>
        <h3>{t('standing.title', { n: standing.orders.length })}</h3>
      </summary>
      <p className="small soft">{t('standing.note')}</p>
      <Switch
        isSelected={standing.honour}
        isDisabled={!mayOrder}
        onChange={(honour) => void put({ ...standing, honour })}
      >
        {t('standing.honour')}
      </Switch>
      <p className="small soft">{t('standing.honour.note')}</p>
      <ol className="panel-list">
        {standing.orders.map((one, index) => (
          <li key={told(one)} className="tray-head">
            <span className="tray-what">{told(one)}</span>
            {mayOrder ? (
              <Button
                kind="quiet"
                size="s"
                aria-label={t('tray.remove', { order: told(one) })}
                onPress={() => void put({ ...standing, orders: standing.orders.filter((_, i) => i !== index) })}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {!mayOrder ? null : adding ? (
        <StandingForm
          onCancel={() => setAdding(false)}
          onAdd={(one) => {
            setAdding(false);
            void put({ ...standing, orders: [...standing.orders, one] });
          }}
        />
      ) : (
        <div>
          <Button size="s" isDisabled={standing.orders.length >= LIMITS.standing} onPress={() => setAdding(true)}>
            {t('standing.new')}
          </Button>
        </div>
      )}
    </details>
  );
};
