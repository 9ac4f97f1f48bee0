import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { Order } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Selection } from '../../store/match-store.ts';

const gatesOf = (scenario: Scenario, route: string): readonly string[] =>
  indexOf(scenario)
    .routes.get(route)
    ?.gates.map((gate) => gate.id) ?? [];

/** A foreign site is answered by hardening at home; one’s own abroad is fed by courts. */
const servesSite = (order: Order, id: string, scenario: Scenario, me: string | null): boolean => {
  const site = indexOf(scenario).sites.get(id);
  if (site === undefined) return false;
  return site.host === me
    ? order.verb === 'harden' && order.area === site.area
    : order.verb === 'court' && order.host === site.host && order.area === site.area;
};

/** Would this order of mine do something to the thing? At home that is what hardens. */
export const isAbout = (order: Order, { kind, id }: Selection, scenario: Scenario, me: string | null): boolean => {
  switch (kind) {
    case 'country':
      if (id === me) return order.verb === 'harden' || order.verb === 'mobilise' || order.verb === 'standDown';
      return ('host' in order && order.host === id) || ('what' in order && order.what === id);
    case 'gate':
    case 'route':
      return (
        'gate' in order &&
        gatesOf(scenario, kind === 'route' ? id : (indexOf(scenario).gates.get(id)?.route.id ?? '')).includes(
          order.gate,
        )
      );
    case 'front':
      return ('front' in order && order.front === id) || ('what' in order && order.what === id);
    case 'project':
      return 'project' in order && order.project === id;
    case 'measure': {
      const measure = indexOf(scenario).measures.get(id);
      return (
        ('measure' in order && order.measure === id) ||
        (order.verb === 'sanction' && measure?.by === me && measure.against.includes(order.host))
      );
    }
    case 'agreement':
      return 'agreement' in order && order.agreement === id;
    case 'site':
      return servesSite(order, id, scenario, me);
    default:
      return false;
  }
};
