import { SITE_KINDS } from '../model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../model/clause.ts';
import { checkPattern, lookSubject } from './check-orders.ts';
import type { Desk } from './known-names.ts';
import { suggest } from './problems.ts';

/** A clause as a treaty desk would accept it: known names, and an obligor that could keep it. */
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
      if (look('actor', party, `${path}.${side}[${i}]`) && !parties.includes(party))
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
  switch (terms.kind) {
    case 'do':
    case 'refrain':
      return checkPattern(desk, by, terms.order, `${path}.order`);
    case 'welcome':
      look('actor', terms.supplier, `${path}.supplier`);
      if (by.length !== 1 || by[0] === terms.supplier)
        report(`${path}.supplier`, 'One host welcomes another actor: name one obligor, and a supplier other than it.');
      return;
    case 'gate':
      return checkGateTerms(desk, by, terms, path);
    case 'host':
      return checkHosting(desk, by, terms, path);
    case 'guarantee':
      for (const [i, power] of terms.against.entries()) look('power', power, `${path}.against[${i}]`);
      return;
    case 'recognise':
      return void lookSubject(desk, terms.what, `${path}.what`);
    case 'member':
      return void look('institution', terms.institution, `${path}.institution`);
    case 'disclose':
      return void look('agreement', terms.agreement, `${path}.agreement`);
    case 'pay':
    case 'supply':
      return;
    default:
      terms satisfies never;
  }
};

/** A site by its id must lie in the obligor’s country; a kind of site means any there. */
const checkHosting = (
  desk: Desk,
  by: readonly string[],
  terms: ClauseTerms & { readonly kind: 'host' },
  path: string,
): void => {
  const { scenario, names, look, report } = desk;
  if (terms.operator !== 'outsiders') look('actor', terms.operator, `${path}.operator`);
  if (SITE_KINDS.some((kind) => kind === terms.site)) return;
  if (!names.site.has(terms.site)) {
    report(
      `${path}.site`,
      `There is no site or kind of site called “${terms.site}”. ${suggest(terms.site, [...SITE_KINDS, ...names.site])}`,
    );
    return;
  }
  const host = scenario.sites.find((site) => site.id === terms.site)?.host ?? '';
  if (!by.includes(host)) report(`${path}.site`, `This site lies in ${host}, so only ${host} can be bound to it.`);
};

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
