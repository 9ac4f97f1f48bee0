import type { Condition } from '../model/effect.ts';
import { isCovert, isFamily } from '../model/order.ts';
import { TRACK_BOUNDS } from '../model/track.ts';
import { checkFormula } from './check-formulas.ts';
import { checkPattern } from './check-orders.ts';
import { type Claim, claimsOf, clash } from './claims.ts';
import type { Desk } from './known-names.ts';

/** Everything that a condition names must exist, and its bounds must leave something between them. */
export const checkCondition = (desk: Desk, condition: Condition | null, path: string): void => {
  if (condition === null) return;
  checkBounds(desk, condition, path);
  if (condition.kind === 'not') checkCondition(desk, condition.of, `${path}.of`);
  else if (condition.kind === 'all' || condition.kind === 'any') {
    for (const [i, part] of condition.of.entries()) checkCondition(desk, part, `${path}.of[${i}]`);
    if (condition.kind === 'all') checkTogether(desk, condition.of, path);
  } else checkConditionNames(desk, condition, path);
};

const checkBounds = ({ report }: Desk, condition: Condition, path: string): void => {
  if ('atLeast' in condition || 'atMost' in condition) {
    const least = condition.atLeast ?? Number.MIN_SAFE_INTEGER;
    if (least > (condition.atMost ?? Number.MAX_SAFE_INTEGER))
      report(path, 'atLeast is above atMost, so this never holds. Swap the two.');
    const most = highestOf(condition);
    if (least > most) report(`${path}.atLeast`, `It never gets higher than ${most}, so this never holds.`);
    if ((condition.atMost ?? 0) < 0 && condition.kind !== 'formula')
      report(`${path}.atMost`, 'It never gets lower than 0, so this never holds.');
  }
  if (condition.kind === 'turn' && condition.from > condition.to)
    report(path, 'from is after to, so this never holds. Swap the two.');
};

const highestOf = (condition: Condition): number => {
  if (condition.kind === 'track') return TRACK_BOUNDS[condition.track][1];
  if (condition.kind === 'share') return 100;
  if (condition.kind === 'tension') return 10;
  return condition.kind === 'flow' ? 2 : Number.MAX_SAFE_INTEGER;
};

type Leaf = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' }>;

const checkConditionNames = (desk: Desk, condition: Leaf, path: string): void => {
  const { look, report } = desk;
  switch (condition.kind) {
    case 'track':
      return void look('power', condition.power, `${path}.power`);
    case 'share':
    case 'welcome':
      look('host', condition.host, `${path}.host`);
      return void look('supplier', condition.supplier, `${path}.supplier`);
    case 'tension':
      return void look('front', condition.front, `${path}.front`);
    case 'flow':
    case 'regime':
      return void look('route', condition.route, `${path}.route`);
    case 'gate':
      return void look('gate', condition.gate, `${path}.gate`);
    case 'inForce':
      return void look('institution', condition.agreement, `${path}.agreement`);
    case 'stands':
      return void look('measure', condition.measure, `${path}.measure`);
    case 'formula':
      return void checkFormula(desk, condition.formula, `${path}.formula`);
    case 'ordered':
      if (look('power', condition.power, `${path}.power`))
        checkPattern(desk, [condition.power], condition.order, `${path}.order`);
      if (isFamily(condition.order.verb) ? condition.order.verb === 'covert' : isCovert({ verb: condition.order.verb }))
        report(`${path}.order.verb`, 'Nobody sees covert orders, so this never holds. Name another verb.');
      return;
    case 'turn':
    case 'quarter':
    case 'secretDeal':
      return;
    default:
      condition satisfies never;
  }
};

/** Parts that must hold at once must not deny each other. */
const checkTogether = ({ report }: Desk, parts: readonly Condition[], path: string): void => {
  const said: (Claim & { readonly at: string })[] = [];
  for (const [i, part] of parts.entries()) {
    const at = `${path}.of[${i}]`;
    const claims = claimsOf(part);
    const other = said.find((one) => claims.some((claim) => clash(one, claim)));
    if (other !== undefined)
      report(
        at,
        `This and ${other.at} never hold together, so the whole never holds. Change or remove one of the two.`,
      );
    said.push(...claims.map((claim) => ({ ...claim, at })));
  }
};
