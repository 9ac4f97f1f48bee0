import { useMemo, useState } from 'react';
import { AREAS } from '../../../shared/model/area.ts';
import type { Verb } from '../../../shared/model/order.ts';
import { legalOrders, type OrderOption } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName } from '../../text/names.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { hostsOf } from '../board/board-figures.ts';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { OrderOptions } from './order-options.tsx';
import type { Draft } from './use-draft.ts';

const ALL = 'all';
type Family = 'court' | 'squeeze' | 'harden' | 'gates';
const FAMILIES: readonly Family[] = ['court', 'squeeze', 'harden', 'gates'];
const familyOf = (verb: Verb): Family => (verb === 'setGate' || verb === 'postGuard' ? 'gates' : verb);

type PickerProps = { readonly draft: Draft; readonly left: { readonly capital: number; readonly treasury: number } };

/** Everything that I may order, by verb, host and area. */
export const OrderPicker = ({ draft, left }: PickerProps) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const [family, setFamily] = useState<Family>('court');
  const [host, setHost] = useState<string>(ALL);
  const [area, setArea] = useState<string>(ALL);
  const all = useMemo(() => legalOrders(scenario, view), [scenario, view]);
  const shown = all.filter((option) => fits(option, family, host, area));
  return (
    <div className="panel-part">
      <h3>{t('picker.title')}</h3>
      <Choice
        label={t('picker.verb')}
        options={FAMILIES.map((id) => ({ id, label: t(`verb.${id}`), note: t(`verb.note.${id}`) }))}
        value={family}
        onChange={setFamily}
      />
      {family === 'gates' ? null : (
        <div className="panel-two">
          {family === 'harden' ? null : (
            <Select
              label={t('facet.host')}
              options={[
                { id: ALL, label: t('facet.any') },
                ...hostsOf(scenario)
                  .filter((one) => one !== me)
                  .map((id) => ({ id, label: actorName(scenario, id) })),
              ]}
              value={host}
              onChange={setHost}
            />
          )}
          <Select
            label={t('facet.area')}
            options={[
              { id: ALL, label: t('facet.any-area') },
              ...AREAS.map((id) => ({ id: id as string, label: areaName(id) })),
            ]}
            value={area}
            onChange={setArea}
          />
        </div>
      )}
      <OrderOptions options={shown} draft={draft} left={left} />
    </div>
  );
};

const fits = (option: OrderOption, family: Family, host: string, area: string): boolean => {
  const { order } = option;
  if (familyOf(order.verb) !== family) return false;
  if (family === 'gates') return true;
  if (host !== ALL && 'host' in order && order.host !== host) return false;
  return area === ALL || !('area' in order) || order.area === area;
};
