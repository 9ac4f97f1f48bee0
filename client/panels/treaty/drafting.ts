import { indexOf, ownersOf } from '../../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../../shared/model/clause.ts';
import type { Effect } from '../../../shared/model/effect.ts';
import type { ActorId, PowerId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { type Placed, placedClash, tooManyWelcomes } from '../../../shared/rules/clauses/clash.ts';
import { t } from '../../text/match-text.ts';
import { actorName, quarterName } from '../../text/names.ts';

/**
 * An empty draft between me and one other. It has no end: a promise that ends with the last turn is over when scores
 * are reckoned.
 */
export const emptyDraft = (me: PowerId, other: PowerId | null): AgreementDraft => ({
  title: '',
  parties: other === null ? [me] : [me, other].sort(),
  visibility: 'public',
  form: 'statement',
  until: null,
  notice: 1,
  clauses: [],
});

/** A draft carried into a later turn: no window lies in the past. */
export const forTurn = (draft: AgreementDraft, turn: number): AgreementDraft => ({
  ...draft,
  until: draft.until === null ? null : Math.max(draft.until, turn),
  clauses: draft.clauses.map((clause) => ({
    ...clause,
    from: Math.max(clause.from, turn),
    until: clause.until === null ? null : Math.max(clause.until, turn),
  })),
});

export const titled = (draft: AgreementDraft, scenario: Scenario, turn: number): AgreementDraft =>
  draft.title.trim() !== ''
    ? draft
    : {
        ...draft,
        title: t('draft.title.made', {
          parties: draft.parties.map((party) => actorName(scenario, party)).join('–'),
          quarter: quarterName(scenario, turn),
        }),
      };

/** Who must promise this: a regime binds all owners of the route at once. */
export const obligorsOf = (terms: ClauseTerms, by: ActorId, scenario: Scenario): readonly ActorId[] => {
  if (terms.kind !== 'gate' || !('regime' in terms)) return [by];
  const route = indexOf(scenario).routes.get(terms.route);
  return route === undefined ? [by] : [...ownersOf(route, indexOf(scenario).isPower)].sort();
};

/** With a clause; whom it binds or serves is a party, such as the other owners of a route. */
export const withClause = (draft: AgreementDraft, clause: ClauseDraft): AgreementDraft => ({
  ...draft,
  parties: [...new Set([...draft.parties, ...clause.by, ...clause.to])].sort(),
  clauses: [...draft.clauses, clause],
});

/** Without a clause; what depended on it stands by itself, and later numbers move up. */
export const withoutClause = (draft: AgreementDraft, index: number): AgreementDraft => {
  const gone = `c${index + 1}`;
  const renumber = (id: string): string => (Number(id.slice(1)) > index + 1 ? `c${Number(id.slice(1)) - 1}` : id);
  const clauses = draft.clauses
    .filter((_, i) => i !== index)
    .map((clause): ClauseDraft => {
      const { dependsOn, ...rest } = clause;
      return dependsOn === undefined || dependsOn === gone ? rest : { ...rest, dependsOn: renumber(dependsOn) };
    });
  return { ...draft, clauses };
};

/** Without a party, no clause may speak of it. */
export const withParties = (draft: AgreementDraft, parties: readonly ActorId[]): AgreementDraft => {
  let next: AgreementDraft = { ...draft, parties };
  for (let i = draft.clauses.length - 1; i >= 0; i -= 1) {
    const clause = draft.clauses[i];
    if (clause !== undefined && [...clause.by, ...clause.to].some((actor) => !parties.includes(actor)))
      next = withoutClause(next, i);
  }
  return next;
};

export type ClauseMeaning = 'promise' | 'receive' | 'both' | 'other';
export const meaningFor = (clause: ClauseDraft, me: PowerId): ClauseMeaning => {
  const by = clause.by.includes(me);
  const to = clause.to.includes(me);
  return by && to ? 'both' : by ? 'promise' : to ? 'receive' : 'other';
};

/** Credibility that a breach would cost me if I signed now. (CR2) */
export const breachPrice = (scenario: Scenario, view: SeatView, me: PowerId, form: AgreementDraft['form']): number => {
  const { credibility, stability } = scenario.magnitudes;
  const full = form === 'treaty' ? credibility.breachTreaty : credibility.breachStatement;
  const inCrisis = (view.tracks[me]?.stability ?? 100) < stability.crisis;
  return inCrisis ? Math.floor((full * credibility.duressPercent) / 100) : full;
};

const placed = (clause: ClauseDraft, parties: readonly ActorId[]): Placed => ({ clause, parties });

/** Promises of mine elsewhere that could not be kept beside this one. */
export const clashesWith = (
  scenario: Scenario,
  view: SeatView,
  draft: AgreementDraft,
  clause: ClauseDraft,
): readonly { readonly agreement: string; readonly clause: string }[] =>
  view.agreements
    .filter((agreement) => agreement.status === 'inForce')
    .flatMap((agreement) =>
      agreement.clauses
        .filter(
          (one) =>
            one.status === 'pending' &&
            placedClash(scenario, placed(clause, draft.parties), placed(one, agreement.parties)),
        )
        .map((one) => ({ agreement: agreement.id, clause: one.id })),
    );

/** What a clause, once carried out, costs me at home or does to what stands: it is not said in its words. */
export type HomePrice =
  | { readonly kind: 'regime'; readonly route: string; readonly regime: string; readonly n: number }
  | { readonly kind: 'recognise'; readonly n: number; readonly tension: number }
  | { readonly kind: 'lift'; readonly measure: string; readonly effects: readonly Effect[] };
export const homePriceOf = (scenario: Scenario, me: PowerId, { by, terms }: ClauseDraft): HomePrice | null => {
  if (terms.kind === 'gate' && 'regime' in terms && by.includes(me)) {
    const { route, regime } = terms;
    const n = indexOf(scenario).routes.get(route)?.regimeCost[regime]?.[me] ?? 0;
    return n === 0 ? null : { kind: 'regime', route, regime, n };
  }
  if (terms.kind === 'recognise' && by.includes(me)) {
    const front = indexOf(scenario).fronts.get(terms.what);
    const { stability: n, tension } = scenario.magnitudes.recognise;
    return front === undefined || !front.parties.includes(me) ? null : { kind: 'recognise', n, tension };
  }
  if (terms.kind === 'do' && terms.order.verb === 'lift' && terms.order.measure !== undefined) {
    const { measure } = terms.order;
    const effects = indexOf(scenario).measures.get(measure)?.onLift ?? [];
    return effects.length === 0 ? null : { kind: 'lift', measure, effects };
  }
  return null;
};

/** Could it not be kept as a whole, by me, beside what I have promised? */
export const isClashing = (scenario: Scenario, view: SeatView, me: PowerId, draft: AgreementDraft): boolean =>
  clashesIn(scenario, draft).length > 0 ||
  draft.clauses.some((clause) => clause.by.includes(me) && clashesWith(scenario, view, draft, clause).length > 0);

/** How many promises I would give, and get. */
export const balanceOf = (draft: AgreementDraft, me: PowerId): { readonly gives: number; readonly gets: number } => ({
  gives: draft.clauses.filter(({ by }) => by.includes(me)).length,
  gets: draft.clauses.filter(({ by, to }) => to.includes(me) && by.some((one) => one !== me)).length,
});

/** Pairs of clauses within a draft that could not both be kept, by number. */
export const clashesIn = (scenario: Scenario, draft: AgreementDraft): readonly (readonly [number, number])[] =>
  draft.clauses.flatMap((a, i) =>
    draft.clauses.flatMap((b, j) =>
      j > i && placedClash(scenario, placed(a, draft.parties), placed(b, draft.parties))
        ? [[i + 1, j + 1] as const]
        : [],
    ),
  );

/** Would some host promise more welcomes than it has doors, earlier promises counted? */
export const overWelcomed = (draft: AgreementDraft, view: SeatView): boolean => {
  const earlier = view.agreements
    .filter((one) => one.status === 'inForce')
    .flatMap((one) => one.clauses.filter((clause) => clause.status === 'pending'));
  const hosts = new Set(draft.clauses.filter(({ terms }) => terms.kind === 'welcome').flatMap((clause) => clause.by));
  return [...hosts].some((host) => tooManyWelcomes([...earlier, ...draft.clauses], host).length > 0);
};
