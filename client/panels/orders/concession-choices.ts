import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../../shared/model/area.ts';
import { CLAUSE_KINDS, type ClauseKind } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { Concession } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { formatList } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName, gateName, routeName } from '../../text/names.ts';
import type { Facet, Faceted } from '../facets.ts';
import { gateLabel, ownGates } from '../order-facets.ts';

const AMOUNTS = [2, 4, 6, 8];

type Filling = Omit<Concession, 'to' | 'kind'> & { readonly text: string; readonly id: string };
const ANY = '*';

/** The fillings of one kind of demand; without one it means any. */
const fillings = (scenario: Scenario, me: PowerId, kind: ClauseKind): readonly Filling[] => {
  switch (kind) {
    case 'pay':
      return AMOUNTS.map((amount) => ({ amount, text: t('concede.most', { amount }), id: String(amount) }));
    case 'gate':
      return [
        { text: t('facet.any'), id: ANY },
        ...ownGates(scenario, me).map((gate) => ({ gate, text: gateLabel(scenario, gate), id: gate })),
        ...scenario.routes
          .filter((route) => route.contested && route.gates.some((gate) => gate.owner === me))
          .map((route) => ({ route: route.id, text: t('concede.regime', { route: route.name }), id: route.id })),
      ];
    case 'do':
    case 'refrain':
    case 'welcome':
    case 'supply':
      return [
        { text: t('facet.any-area'), id: ANY },
        ...AREAS.map((area) => ({ area, text: areaName(area), id: area })),
      ];
    default:
      return [{ text: t('facet.any'), id: ANY }];
  }
};

/** What somebody could say that it would concede, as questions. */
export const concessionChoices = (scenario: Scenario, me: PowerId): readonly Faceted<Concession>[] => {
  const tos: readonly (PowerId | 'anyone')[] = ['anyone', ...indexOf(scenario).powers.filter((power) => power !== me)];
  return tos.flatMap((to) =>
    CLAUSE_KINDS.flatMap((kind) =>
      fillings(scenario, me, kind).map(({ text, id, ...rest }): Faceted<Concession> => {
        const facets: Facet[] = [
          {
            key: 'to',
            label: t('concede.to'),
            value: to,
            text: to === 'anyone' ? t('concede.anyone') : actorName(scenario, to),
          },
          { key: 'kind', label: t('facet.kind'), value: kind, text: t(`demandkind.${kind}`) },
          { key: 'filling', label: t('concede.filling'), value: id, text },
        ];
        return { item: { to, kind, ...rest }, facets };
      }),
    ),
  );
};

export const concessionSentence = (concession: Concession, scenario: Scenario): string => {
  const filling = [
    concession.area === undefined ? null : areaName(concession.area),
    concession.gate === undefined ? null : gateName(scenario, concession.gate),
    concession.route === undefined ? null : routeName(scenario, concession.route),
    concession.amount === undefined ? null : t('concede.most', { amount: concession.amount }),
  ].filter((part) => part !== null);
  return t('concede.told', {
    to: concession.to === 'anyone' ? t('concede.anyone') : actorName(scenario, concession.to),
    kind: t(`demandkind.${concession.kind}`),
    filling: filling.length === 0 ? t('concede.any') : formatList(filling),
  });
};
