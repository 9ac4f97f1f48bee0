import type { OrderSet } from '../../../shared/model/order.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { setSentences } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { PowerCode } from '../../ui/power-mark.tsx';
import { useScenario } from '../panel-hooks.ts';
import { concessionSentence } from './concession-choices.ts';

/** Every power's set as it stands: for who may see all. */
export const AllOrders = ({ sets }: { readonly sets: { readonly [power: string]: OrderSet } }) => {
  const scenario = useScenario();
  return (
    <>
      <p className="small soft">{t('orders.all')}</p>
      {scenario.powers.map(({ id }) => {
        const set = sets[id];
        const told = set === undefined ? [] : setSentences(set, scenario);
        return (
          <div key={id} className="panel-part">
            <h3>
              <PowerCode power={id} /> {actorName(scenario, id)}
            </h3>
            {told.length === 0 ? (
              <p className="panel-empty">{t(set === undefined ? 'orders.all.none' : 'orders.all.hold')}</p>
            ) : null}
            <ul>
              {told.map((one) => (
                <li key={one}>{sentenceCase(one)}</li>
              ))}
            </ul>
            {set === undefined || set.concessions.length === 0 ? null : (
              <p className="small soft">
                {t('orders.all.concedes', {
                  what: set.concessions.map((one) => concessionSentence(one, scenario)).join('; '),
                })}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
};
