import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { type Order, type OrderSet, orderKey } from '../../../shared/model/order.ts';
import { orderCost } from '../../../shared/rules/legal-orders.ts';
import type { Preview } from '../../../shared/rules/preview.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentence } from '../../text/sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import type { FigureKey } from '../why/figure-key.ts';
import { expectedKey, priceKey } from '../why/story-orders.ts';
import { ConflictNote } from './conflict-note.tsx';
import { withoutOrder } from './draft.ts';
import { foreseenOf, isChancy } from './foreseen.ts';
import { failureOf, tellingOf } from './mend.ts';
import { MendNote } from './mend-note.tsx';
import type { Draft } from './use-draft.ts';

type TrayProps = { readonly draft: Draft; readonly foreseen: Preview; readonly mayOrder: boolean };

/** The orders written so far, each with its cost, what it would do, and what it would break. */
export const OrderTray = ({ draft, foreseen, mayOrder }: TrayProps) => {
  const scenario = useScenario();
  const view = useView();
  const { each } = orderCost(scenario, view, draft.set.orders);
  const alone = draft.set.orders.map((order) => orderCost(scenario, view, [order]));
  return (
    <div className="panel-part">
      <h3>{t('tray.title')}</h3>
      {draft.set.orders.length === 0 ? <p className="panel-empty">{t('tray.empty')}</p> : null}
      <ol className="panel-list tray">
        {draft.set.orders.map((order, index) => (
          <TrayRow
            key={orderKey(order)}
            order={order}
            cost={each[index] ?? { capital: 0, treasury: 0 }}
            stretch={(each[index]?.capital ?? 0) - (alone[index]?.capital ?? 0)}
            foreseen={foreseen}
            set={draft.set}
            index={index}
            {...(mayOrder ? { onRemove: () => draft.change(withoutOrder(draft.set, index)) } : {})}
          />
        ))}
      </ol>
    </div>
  );
};

type RowProps = {
  readonly order: Order;
  readonly index: number;
  readonly cost: { readonly capital: number; readonly treasury: number };
  readonly stretch: number;
  readonly foreseen: Preview;
  readonly set: OrderSet;
  readonly onRemove?: () => void;
};

const TrayRow = ({ order, index, cost, stretch, foreseen, set, onRemove }: RowProps) => {
  const scenario = useScenario();
  const view = useView();
  const told = sentenceCase(orderSentence(order, scenario, view));
  const action = indexOf(scenario).action(order.verb, 'area' in order ? order.area : null);
  const conflicts = foreseen.conflicts.filter((conflict) => conflict.order === index);
  const does = foreseenOf(foreseen.expected, view.viewer, order);
  const telling = tellingOf(foreseen.expected, view.viewer, order);
  const why = telling === undefined ? null : failureOf(telling);
  const price = priceKey(order, set.orders.slice(0, index).filter((one) => one.verb === order.verb).length);
  return (
    <li className="panel-card tray-row" data-tone={conflicts.length > 0 ? 'bad' : why === null ? undefined : 'warn'}>
      <div className="tray-head">
        <div className="tray-what">
          <b>{told}</b>
          {action === null ? null : <span className="small soft"> {action.name}</span>}
        </div>
        <Cost cost={cost} of={price} />
        {onRemove === undefined ? null : (
          <Button kind="quiet" size="s" aria-label={t('tray.remove', { order: told })} onPress={onRemove}>
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </div>
      {stretch > 0 ? (
        <p className="small">
          <Figure of={price}>{t('tray.stretch', { more: stretch })}</Figure>
        </p>
      ) : null}
      {conflicts.map((conflict) => (
        <ConflictNote key={`${conflict.agreement}/${conflict.clause}`} conflict={conflict} />
      ))}
      {does.length === 0 ? null : (
        <details className="tray-does" open>
          <summary>{t('tray.expected')}</summary>
          <ul>
            {does.map((event) => (
              <li key={event.id}>
                <Figure of={expectedKey(set, foreseen.expected.indexOf(event))}>
                  {sentence(event, scenario, view)}
                </Figure>
              </li>
            ))}
          </ul>
          {isChancy(order) ? <p className="small soft">{t('tray.chance')}</p> : null}
          {order.verb === 'squeeze' ? <p className="small soft">{t('tray.squeeze')}</p> : null}
        </details>
      )}
      {why === null ? null : <MendNote key={canonical(set)} view={view} set={set} at={index} why={why} />}
    </li>
  );
};

type CostProps = {
  readonly cost: { readonly capital: number; readonly treasury: number };
  readonly of: FigureKey;
};

export const Cost = ({ cost, of }: CostProps) => (
  <Figure of={of} className="cost">
    <span className="hidden-text">{t('cost.words', { capital: cost.capital, treasury: cost.treasury })}</span>
    <span aria-hidden="true">
      <span title={t('track.capital')}>◆{cost.capital}</span> <span title={t('track.treasury')}>⛁{cost.treasury}</span>
    </span>
  </Figure>
);
