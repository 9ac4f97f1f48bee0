import { indexOf } from '../catalogue/scenario-index.ts';
import type { Luck } from '../kernel/luck.ts';
import type { AgreementDraft } from '../model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../model/clause.ts';
import type { ActorId } from '../model/ids.ts';
import type { PowerInput } from '../model/input.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { refuseDraft } from '../rules/refusal-treaty.ts';
import { randomRegime, randomTerms } from './random-terms.ts';

const TRIES = 3;

/** An offer to one or two others, non-players among them, of promises of every kind. */
export const randomOffer = (
  scenario: Scenario,
  view: SeatView,
  own: readonly Order[],
  capital: number,
  luck: Luck,
): PowerInput[] => {
  const { turn } = view.board;
  const known = (id: string) => view.agreements.find((one) => one.id === id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const draft = randomDraft(scenario, view, own, capital, luck);
    if (refuseDraft(scenario, view.board, view.viewer, draft, known) === null)
      return [{ kind: 'propose', draft, expires: turn + luck.integer(0, 2) }];
  }
  return [];
};

const randomDraft = (
  scenario: Scenario,
  view: SeatView,
  own: readonly Order[],
  capital: number,
  luck: Luck,
): AgreementDraft => {
  const me = view.viewer;
  const { turn } = view.board;
  const regime = luck.integer(1, 8) === 1 ? randomRegime(scenario, me, turn, luck) : null;
  const parties = regime === null ? partiesOf(scenario, me, luck) : regime.by;
  const other = parties.find((one) => one !== me) ?? me;
  const third = parties.find((one) => one !== me && one !== other) ?? me;
  const clauses: ClauseDraft[] = regime === null ? [] : [regime];
  const pairs = [
    [me, other],
    [other, third],
    [third, other],
  ] as const;
  for (const [by, to] of pairs.slice(0, luck.integer(1, 3))) {
    if (by === to) continue;
    const terms = randomTerms(scenario, view, { by, to, own: by === me ? own : [] }, luck);
    clauses.push({ by: [by], to: [to], terms, ...windowOf(terms, turn, luck), ...strings(to, clauses.length, luck) });
  }
  return {
    title: 'An exchange',
    parties: [...parties],
    visibility: luck.integer(1, 3) === 1 ? 'secret' : 'public',
    form: capital >= scenario.magnitudes.treaty.capital && luck.integer(1, 4) === 1 ? 'treaty' : 'statement',
    until: luck.integer(1, 2) === 1 ? null : turn + 5,
    notice: luck.integer(0, 2),
    clauses,
  };
};

const windowOf = ({ kind }: ClauseTerms, turn: number, luck: Luck): Pick<ClauseDraft, 'from' | 'until' | 'every'> => {
  const until = turn + luck.integer(0, 4);
  const repeats = kind === 'do' && until > turn + 1 && luck.integer(1, 3) === 1;
  return {
    from: until > turn ? turn + luck.integer(0, 1) : turn,
    until: kind === 'do' || luck.integer(1, 4) > 1 ? until : null,
    ...(repeats ? { every: 2 } : {}),
  };
};

/** What else a promise may hang on. */
const strings = (to: ActorId, earlier: number, luck: Luck): Pick<ClauseDraft, 'dependsOn' | 'unlessConsentOf'> => ({
  ...(earlier > 0 && luck.integer(1, 5) === 1 ? { dependsOn: 'c1' } : {}),
  ...(luck.integer(1, 8) === 1 ? { unlessConsentOf: to } : {}),
});

const partiesOf = (scenario: Scenario, me: ActorId, luck: Luck): readonly ActorId[] => {
  const { powers, actors } = indexOf(scenario);
  const others = (luck.integer(1, 6) === 1 ? actors : powers).filter((one) => one !== me);
  const other = luck.pick(others);
  const third = luck.integer(1, 5) === 1 ? luck.pick(powers) : me;
  return third === me || third === other ? [me, other] : [me, other, third];
};
