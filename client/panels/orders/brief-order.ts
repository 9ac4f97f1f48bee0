import type { Order } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName } from '../../text/names.ts';
import { orderSentence } from '../../text/terms-sentence.ts';

/** An order before it is filled in: a squeeze without its demand. */
export const briefOrder = (order: Order, scenario: Scenario): string =>
  order.verb === 'squeeze'
    ? t('order.squeeze.brief', { host: actorName(scenario, order.host), area: areaName(order.area) })
    : orderSentence(order, scenario);
