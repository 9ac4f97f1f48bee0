import { expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { formatTerms, parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatOrder, parseOrder } from '../../shared/notation/order-notation.ts';
import { legalClauseTerms, legalDemands, legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';

const { fold } = simulate(charter2025, { seed: 'notation', bots: ['random'], length: 'sprint' });

test.each(charter2025.powers.map((power) => power.id))(
  'every order and promise open to %s is read back as it was written',
  (power) => {
    const view = viewFor(charter2025, fold.state, power);
    for (const { order } of legalOrders(charter2025, view))
      expect(parseOrder(formatOrder(power, order))).toEqual({ ok: true, value: { power, order } });
    const terms = [
      ...legalClauseTerms(charter2025, view, power),
      ...legalDemands(charter2025, view, power === 'ARM' ? 'RUS' : 'ARM'),
    ];
    for (const one of terms) expect(parseTerms(formatTerms(one))).toEqual({ ok: true, value: one });
  },
);

test.each([
  '',
  'ARM',
  'ARM court',
  'ARM court gold RUS',
  'ARM squeeze energy RUS',
  'ARM squeeze energy RUS for gold',
  'ARM setGate alican ajar',
  'ARM conquer all',
])('“%s” is refused with a reason', (text) => {
  expect(parseOrder(text).ok).toBe(false);
});
