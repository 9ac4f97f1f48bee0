import type { GateDefinition } from '../model/asset.ts';
import { type ClauseDraft, type ClauseTerms, JUDGED_KINDS } from '../model/clause.ts';
import type { OrderPattern, Verb } from '../model/order.ts';
import type { Desk } from './known-names.ts';

const judged: readonly string[] = JUDGED_KINDS;

/** A clause as a treaty desk would accept it: judged kinds, known names, and an obligor that could keep it. */
export const checkClause = (
  desk: Desk,
  parties: readonly string[],
  clause: ClauseDraft,
  earlier: readonly string[],
  path: string,
): void => {
  const { look, report } = desk;
  for (const side of ['by', 'to'] as const) {
    for (const [i, party] of clause[side].entries()) {
      if (side === 'by') look('power', party, `${path}.by[${i}]`);
      if (!parties.includes(party))
        report(
          `${path}.${side}[${i}]`,
          `“${party}” is not a party of this agreement. Add it to parties, or name one of: ${parties.join(', ')}.`,
        );
    }
  }
  if (clause.to.every((party) => clause.by.length === 1 && party === clause.by[0]))
    report(`${path}.to`, 'Nobody is promised anything here. Name another party.');
  if (clause.until !== null && clause.until < clause.from)
    report(`${path}.until`, 'The window ends before it begins. Swap from and until.');
  if (clause.terms.kind === 'do' && clause.until === null)
    report(`${path}.until`, 'A promise to do something needs a last turn. Replace null by a turn.');
  if (clause.dependsOn !== undefined && !earlier.includes(clause.dependsOn))
    report(
      `${path}.dependsOn`,
      `No earlier clause is called “${clause.dependsOn}”. Earlier clauses: ${earlier.join(', ') || 'none'}.`,
    );
  if (clause.unlessConsentOf !== undefined && !parties.includes(clause.unlessConsentOf))
    report(`${path}.unlessConsentOf`, 'Only a party can consent. Name one of the parties.');
  checkTerms(desk, clause.by, clause.terms, `${path}.terms`);
};

export const checkTerms = (desk: Desk, by: readonly string[], terms: ClauseTerms, path: string): void => {
  const { look, report } = desk;
  if (!judged.includes(terms.kind)) {
    report(`${path}.kind`, `The engine cannot judge “${terms.kind}” yet. Use one of: ${JUDGED_KINDS.join(', ')}.`);
    return;
  }
  if (terms.kind === 'do' || terms.kind === 'refrain') checkPattern(desk, by, terms.order, `${path}.order`);
  if (terms.kind === 'welcome') {
    look('actor', terms.supplier, `${path}.supplier`);
    if (by.length !== 1 || by[0] === terms.supplier)
      report(`${path}.supplier`, 'One host welcomes another actor: name one obligor, and a supplier other than it.');
  }
  if (terms.kind === 'gate') checkGateTerms(desk, by, terms, path);
};

const checkPattern = (desk: Desk, by: readonly string[], order: OrderPattern, path: string): void => {
  const isGate = order.verb === 'setGate' || order.verb === 'postGuard';
  if (order.host !== undefined) checkHost(desk, by, order.verb, order.host, `${path}.host`);
  if (order.area !== undefined && isGate) desk.report(`${path}.area`, `${order.verb} has no area. Remove it.`);
  if (order.status !== undefined && order.verb !== 'setGate')
    desk.report(`${path}.status`, 'Only setGate has a status. Remove it.');
  if (order.gate === undefined) return;
  if (!isGate) desk.report(`${path}.gate`, `${order.verb} has no gate. Remove it.`);
  else if (desk.look('gate', order.gate, `${path}.gate`)) {
    const owner = gateOf(desk, order.gate)?.owner ?? '';
    if (!by.includes(owner)) desk.report(`${path}.gate`, `Only its owner ${owner} can be bound to this gate.`);
  }
};

const checkHost = (
  { look, names, report }: Desk,
  by: readonly string[],
  verb: Verb,
  host: string,
  path: string,
): void => {
  if (verb !== 'court' && verb !== 'squeeze') report(path, `${verb} has no host. Remove it.`);
  else if (look('host', host, path) && by.length === 1 && by[0] === host)
    report(path, 'A power cannot court or squeeze itself. Name another host.');
  if (verb === 'squeeze' && !names.power.has(host)) report(path, 'Only powers can be squeezed. Name a power.');
};

const gateOf = ({ scenario }: Desk, id: string): GateDefinition | undefined =>
  scenario.routes.flatMap((route) => route.gates).find((gate) => gate.id === id);

const checkGateTerms = (
  { look, scenario, names, report }: Desk,
  by: readonly string[],
  terms: ClauseTerms & { readonly kind: 'gate' },
  path: string,
): void => {
  if ('regime' in terms) {
    if (!look('route', terms.route, `${path}.route`)) return;
    const route = scenario.routes.find((one) => one.id === terms.route);
    if (route?.contested !== true)
      report(`${path}.route`, 'Only a contested route gets a regime. Name a contested route.');
    const owners = [...new Set((route?.gates ?? []).map((gate) => gate.owner))].filter((owner) =>
      names.power.has(owner),
    );
    const missing = owners.filter((owner) => !by.includes(owner));
    if (missing.length > 0) report(path, `Every owner of a gate signs a regime. Add ${missing.join(', ')} to by.`);
    return;
  }
  if (!look('gate', terms.gate, `${path}.gate`)) return;
  const gate = scenario.routes.flatMap((route) => route.gates).find((one) => one.id === terms.gate);
  const mayBind: readonly string[] =
    'guard' in terms ? [gate?.owner ?? '', ...(gate?.guard ?? [])] : [gate?.owner ?? ''];
  if (!by.some((power) => mayBind.includes(power)))
    report(path, `Nobody bound here can set this gate. Name ${[...new Set(mayBind)].join(' or ')} in by.`);
  if ('guard' in terms) for (const [i, guard] of terms.guard.entries()) look('actor', guard, `${path}.guard[${i}]`);
};
