import { isArea } from '../model/area.ts';
import { GATE_STATUSES, type GateStatus } from '../model/asset.ts';
import type { PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import { formatGuard, formatTerms, parseGuard, parseTerms } from './clause-notation.ts';
import { type Parsed, parsed, unreadable, wordsOf } from './words.ts';

export type WrittenOrder = { readonly power: PowerId; readonly order: Order };

/**
 * `ARM court energy IRN` · `RUS squeeze energy ARM for welcome trade RUS` (`squeeze!` spends a
 * grievance) · `ARM harden borders` · `TUR setGate alican open` · `ARM postGuard meghri ARM+EUR`.
 */
export const parseOrder = (text: string): Parsed<WrittenOrder> => {
  const [power, verb, a, b, ...rest] = wordsOf(text);
  if (power === undefined) return unreadable('An order begins with its power.');
  switch (verb) {
    case 'court':
      return a !== undefined && isArea(a) && b !== undefined
        ? parsed({ power, order: { verb, area: a, host: b } })
        : unreadable('POWER court AREA HOST');
    case 'harden':
      return a !== undefined && isArea(a)
        ? parsed({ power, order: { verb, area: a } })
        : unreadable('POWER harden AREA');
    case 'setGate':
      return a !== undefined && (GATE_STATUSES as readonly string[]).includes(b ?? '')
        ? parsed({ power, order: { verb, gate: a, status: b as GateStatus } })
        : unreadable('POWER setGate GATE STATUS');
    case 'postGuard':
      return a !== undefined && b !== undefined
        ? parsed({ power, order: { verb, gate: a, guard: parseGuard(b) } })
        : unreadable('POWER postGuard GATE WHO[+WHO]');
    case 'squeeze':
    case 'squeeze!':
      return parseSqueeze(power, verb === 'squeeze!', a, b, rest);
    default:
      return unreadable(`“${verb ?? ''}” is not a verb.`);
  }
};

const parseSqueeze = (
  power: PowerId,
  grievance: boolean,
  area: string | undefined,
  host: string | undefined,
  rest: readonly string[],
): Parsed<WrittenOrder> => {
  if (area === undefined || !isArea(area) || host === undefined || rest[0] !== 'for')
    return unreadable('POWER squeeze AREA HOST for CLAUSE');
  const demand = parseTerms(rest.slice(1).join(' '));
  if (!demand.ok) return demand;
  const order = { verb: 'squeeze', area, host, demand: demand.value } as const;
  return parsed({ power, order: grievance ? { ...order, grievance: true } : order });
};

export const formatOrder = (power: PowerId, order: Order): string => {
  switch (order.verb) {
    case 'court':
      return `${power} court ${order.area} ${order.host}`;
    case 'squeeze':
      return `${power} squeeze${order.grievance === true ? '!' : ''} ${order.area} ${order.host} for ${formatTerms(order.demand)}`;
    case 'harden':
      return `${power} harden ${order.area}`;
    case 'setGate':
      return `${power} setGate ${order.gate} ${order.status}`;
    case 'postGuard':
      return `${power} postGuard ${order.gate} ${formatGuard(order.guard)}`;
    default:
      return order satisfies never;
  }
};
