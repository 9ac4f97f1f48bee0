import { indexOf } from '../catalogue/scenario-index.ts';
import type { AgreementDraft } from '../model/agreement.ts';
import type { ClauseDraft } from '../model/clause.ts';
import type { ActorId, AgreementId, ClauseId, PowerId } from '../model/ids.ts';
import { orderMatches } from '../model/order.ts';
import { MAX_WELCOMES } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { breachPrice } from './agreements.ts';
import { type Placed, placedClash, shareObligor, tooManyWelcomes } from './clauses/clash.ts';
import type { Breach } from './clauses/clause-kind.ts';
import { satisfies } from './clauses/gate.ts';
import { breachBy } from './clauses/registry.ts';
import { legalOrders } from './legal-orders.ts';
import { changedDoors } from './resolution/doors.ts';

/** A promise of a draft that cannot be kept beside another: one that stands, or an earlier one of the draft (from 0). */
export type Clash = {
  /** Which clause of the draft, from 0. */ readonly clause: number;
  /** Who would have promised both. */ readonly power: ActorId;
  readonly against: { readonly agreement: AgreementId; readonly clause: ClauseId } | { readonly draft: number };
  /** Contrary terms, or more doors promised at a time than a host has. */ readonly why: 'terms' | 'doors';
};

type Standing = Placed & { readonly at: Clash['against'] };

/** Promises in force, as far as the seat may know. */
const standing = (view: SeatView): readonly Standing[] =>
  view.agreements
    .filter((agreement) => agreement.status === 'inForce')
    .flatMap((agreement) =>
      agreement.clauses
        .filter((clause) => clause.status === 'pending')
        .map((clause) => ({
          clause,
          parties: agreement.parties,
          at: { agreement: agreement.id, clause: clause.id },
        })),
    );

/** Which promises of a draft could not be kept beside others, as far as the seat may know. A warning, never a ban. (AG8) */
export const clashesOf = (scenario: Scenario, view: SeatView, draft: AgreementDraft): readonly Clash[] => {
  const known = standing(view);
  const found: Clash[] = [];
  for (const [i, clause] of draft.clauses.entries()) {
    const placed: Placed = { clause, parties: draft.parties };
    const earlier = draft.clauses
      .slice(0, i)
      .map((one, n): Standing => ({ clause: one, parties: draft.parties, at: { draft: n } }));
    for (const other of [...known, ...earlier]) {
      if (!shareObligor(clause, other.clause) || !placedClash(scenario, placed, other)) continue;
      for (const power of clause.by)
        if (other.clause.by.includes(power)) found.push({ clause: i, power, against: other.at, why: 'terms' });
    }
  }
  return [...found, ...fullDoors(draft, known)];
};

/** Hosts that would promise more welcomes at a time than they have doors. */
const fullDoors = (draft: AgreementDraft, known: readonly Standing[]): readonly Clash[] => {
  const places = new Map<ClauseDraft, Clash['against']>([
    ...known.map(({ clause, at }) => [clause, at] as const),
    ...draft.clauses.map((clause, n) => [clause, { draft: n }] as const),
  ]);
  const hosts = new Set(draft.clauses.flatMap((clause) => (clause.terms.kind === 'welcome' ? clause.by : [])));
  return [...hosts].flatMap((power) => {
    const together = tooManyWelcomes([...places.keys()], power);
    const last = draft.clauses.findLastIndex((clause) => together.includes(clause));
    return together
      .filter((one) => last >= 0 && one !== draft.clauses[last])
      .map((one): Clash => ({ clause: last, power, against: places.get(one) ?? { draft: last }, why: 'doors' }));
  });
};

/** One way in which somebody could break a promise, and what that would cost. */
export type BreachExample = {
  readonly by: ActorId;
  readonly breach: Breach;
  /** Credibility that it costs; of a secret agreement only when it comes to light. Nothing for a non-player. */
  readonly credibility: number;
  readonly secret: boolean;
  /** Who would hold a grievance against it. */ readonly grievances: readonly PowerId[];
  /** Clauses of the draft that would fall with it, from 0. */ readonly voids: readonly number[];
};

type Form = Pick<AgreementDraft, 'form' | 'visibility'> & { readonly clauses?: readonly ClauseDraft[] };
const PLAIN: Form = { form: 'statement', visibility: 'public' };

/** Worked examples of breaking a clause, one for each who promises it, from what the seat may know. */
export const breachExamples = (
  scenario: Scenario,
  view: SeatView,
  clause: ClauseDraft,
  draft: Form = PLAIN,
): readonly BreachExample[] =>
  clause.by.flatMap((by): BreachExample[] => {
    const breach = breachBy(scenario, clause, by);
    if (breach === null) return [];
    const { isPower } = indexOf(scenario);
    const inCrisis = (view.tracks[by]?.stability ?? 100) < scenario.magnitudes.stability.crisis;
    return [
      {
        by,
        breach: asThingsAre(scenario, view, clause, by, breach),
        credibility: isPower.has(by) ? breachPrice(scenario, draft.form, inCrisis) : 0,
        secret: draft.visibility === 'secret',
        grievances: isPower.has(by) ? clause.to.filter((to) => to !== by && isPower.has(to)) : [],
        voids: fallingWith(clause, draft.clauses ?? []),
      },
    ];
  });

const fallingWith = (clause: ClauseDraft, clauses: readonly ClauseDraft[]): readonly number[] => {
  const fallen: number[] = [];
  const spread = (at: number): void => {
    for (const [i, { dependsOn }] of clauses.entries()) {
      if (dependsOn !== `c${at + 1}`) continue;
      fallen.push(i);
      spread(i);
    }
  };
  const at = clauses.indexOf(clause);
  if (at >= 0) spread(at);
  return fallen;
};

/** The example as it would be today: an order that this seat could give, or what is not so yet left as it is. */
const asThingsAre = (scenario: Scenario, view: SeatView, clause: ClauseDraft, by: ActorId, breach: Breach): Breach => {
  const { terms } = clause;
  const undone: Breach = { kind: 'undone', by: clause.from };
  if (terms.kind === 'gate' && 'status' in terms) {
    const now = view.board.gates[terms.gate]?.status;
    if (now !== undefined && !satisfies(now, terms.status)) return undone;
  }
  if (breach.kind === 'doors') return doorsBreach(view, by, breach) ?? undone;
  if (breach.kind !== 'pattern' || by !== view.viewer) return breach;
  const option = legalOrders(scenario, view).find(({ order }) => orderMatches(order, breach.order));
  return option === undefined ? breach : { kind: 'order', order: option.order };
};

const doorsBreach = (
  view: SeatView,
  by: ActorId,
  breach: Extract<Breach, { readonly kind: 'doors' }>,
): Breach | null => {
  const doors = view.board.doors[by];
  const { change } = breach;
  if (doors === undefined) return breach;
  const [instead] = doors.welcomes;
  const full = change.kind === 'welcome' && doors.welcomes.length >= MAX_WELCOMES && instead !== undefined;
  const possible = full ? { ...change, instead } : change;
  return changedDoors(doors, possible) === null ? null : { kind: 'doors', change: possible };
};

export type Warnings = {
  readonly clashes: readonly Clash[];
  /** By clause of the draft. */ readonly examples: readonly (readonly BreachExample[])[];
};

/** All that a draft should be read with before it is signed. */
export const warningsFor = (scenario: Scenario, view: SeatView, draft: AgreementDraft): Warnings => ({
  clashes: clashesOf(scenario, view, draft),
  examples: draft.clauses.map((clause) => breachExamples(scenario, view, clause, draft)),
});
