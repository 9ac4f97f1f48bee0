import { describe, expect, test } from 'vitest';
import { giftsOf } from '../../shared/bots/negotiator/gifts.ts';
import { agreedBoard, keptBoard, orderedBoard } from '../../shared/bots/negotiator/kept.ts';
import type { Mind } from '../../shared/bots/negotiator/mind.ts';
import { readBy, touchedBy, touchedByOrder } from '../../shared/bots/negotiator/touched.ts';
import { FORMULA_FUNCTIONS } from '../../shared/catalogue/formula-functions.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { luckFor } from '../../shared/kernel/luck.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import { REGIMES } from '../../shared/model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board } from '../../shared/model/state.ts';
import { demandsOn } from '../../shared/rules/demand-terms.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { begun, mindIn } from '../support/minds.ts';

const clauseOf = (by: string, to: string, terms: ClauseTerms): ClauseDraft => ({
  by: [by],
  to: [to],
  terms,
  from: 1,
  until: null,
});

/** Positions at which what may be promised and done differs. */
const POSITIONS: readonly (readonly string[])[] = [
  [],
  [
    ...['syunik', 'tavush', 'gegharkunik', 'vayots-dzor'].map((front) => `tension ${front} 8`),
    'regime syunik-route monitored',
    'gate nrnadzor open guard RUS',
    'gate meghri open guard RUS',
    'gate margara open',
    'shares ARM politics RUS 40 own 60',
    'project metsamor-new RUS 5 USA 4',
    'track ARM stability 20',
    'pact g statement public: USA to ARM guarantee AZE @1-9',
  ],
  [
    'gate nrnadzor open guard AZE',
    'gate meghri restricted guard ARM',
    'gate ordubad open',
    'site base-gyumri RUS 0',
    'pact old statement public: ARM to IRN host base-gyumri RUS not @1-9',
  ],
  // A road that wants nothing but a regime, watched by somebody.
  [
    ...['aghband-west', 'ordubad'].map((gate) => `gate ${gate} open`),
    ...['nrnadzor', 'meghri'].map((gate) => `gate ${gate} open guard RUS`),
  ],
  // The same road when it runs, and an institution in which nobody has promised to stay.
  [
    ...['aghband-west', 'ordubad'].map((gate) => `gate ${gate} open`),
    ...['nrnadzor', 'meghri'].map((gate) => `gate ${gate} open guard RUS`),
    'regime syunik-route monitored',
    'pact csto treaty public: RUS+ARM to ARM+RUS refrain covert @1-12',
  ],
];

/** All that one could promise another: what a negotiator would offer, what would be demanded, guards, and regimes of roads. */
const promisesTo = (scenario: Scenario, board: Board, giver: string, to: string): readonly ClauseTerms[] => [
  ...giftsOf(scenario, board, giver, to),
  ...demandsOn({ scenario, board, power: to, host: giver }),
  ...(indexOf(scenario).gatesOf.get(giver) ?? []).map((gate): ClauseTerms => ({ kind: 'gate', gate, guard: [giver] })),
  ...scenario.routes
    .filter(({ contested }) => contested)
    .flatMap(({ id }) =>
      REGIMES.flatMap((regime): ClauseTerms[] => (regime === 'none' ? [] : [{ kind: 'gate', route: id, regime }])),
    ),
];

const draftOf = (clauses: readonly ClauseDraft[], title = '-'): AgreementDraft => ({
  title,
  parties: [...new Set(clauses.flatMap(({ by, to }) => [...by, ...to]))],
  visibility: 'public',
  form: 'statement',
  until: null,
  notice: 1,
  clauses,
});

/** A whole reckoning is rounded twice, and what is weighed in part is no whole number. */
const ROUNDED = 1.5;
const shortcutFaults = (mind: Mind, after: Board, touched: ReadonlySet<string>, what: string): readonly string[] =>
  indexOf(mind.scenario).powers.flatMap((power) => {
    const whole = mind.worth(power, after) - mind.now(power);
    const quick = mind.change(power, after, touched);
    return Math.abs(whole - quick) <= ROUNDED ? [] : [`${what}: ${power} reckons ${quick}, and in whole ${whole}`];
  });

describe('what a promise touches is all that it changes', () => {
  const scenarios = [
    ...POSITIONS.map((given, i) => ({ name: `charter ${i}`, scenario: charter2025, given })),
    { name: 'tiny', scenario: tiny, given: [] },
    {
      name: 'tiny, hot',
      scenario: tiny,
      given: ['tension ridge 8'],
    },
  ];
  test.each(scenarios)('every promise: $name', ({ scenario, given }) => {
    const state = begun(given, scenario);
    const mind = mindIn(state, indexOf(scenario).powers[0] ?? '', {}, scenario);
    const { powers } = indexOf(scenario);
    const faults: string[] = [];
    let count = 0;
    for (const giver of powers)
      for (const to of powers.filter((one) => one !== giver))
        for (const terms of promisesTo(scenario, mind.board, giver, to)) {
          const draft = draftOf([clauseOf(giver, to, terms)]);
          const after = agreedBoard(scenario, mind.board, draft, () => true);
          count += 1;
          faults.push(
            ...shortcutFaults(mind, after, touchedBy(scenario, draft), `${giver} to ${to} ${JSON.stringify(terms)}`),
          );
        }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(60);
  });

  test('texts of several promises, drawn by lot', () => {
    const luck = luckFor('texts', 'of several');
    for (const given of POSITIONS) {
      const mind = mindIn(begun(given, charter2025), 'ARM', {}, charter2025);
      const { powers } = indexOf(charter2025);
      for (let i = 0; i < 60; i += 1) {
        const parties = luck.shuffled(powers).slice(0, luck.integer(2, 3));
        const clauses = Array.from({ length: luck.integer(2, 5) }, () => {
          const [giver = '', to = ''] = luck.shuffled(parties);
          return clauseOf(giver, to, luck.pick(promisesTo(charter2025, mind.board, giver, to)));
        });
        const draft = draftOf(clauses);
        const after = agreedBoard(charter2025, mind.board, draft, () => true);
        expect(shortcutFaults(mind, after, touchedBy(charter2025, draft), JSON.stringify(clauses))).toEqual([]);
      }
    }
  });

  test('the texts that lie on the table', () => {
    const mind = mindIn(begun([], charter2025), 'ARM', {}, charter2025);
    for (const { draft } of charter2025.offers) {
      const after = agreedBoard(charter2025, mind.board, draft, () => true);
      expect(shortcutFaults(mind, after, touchedBy(charter2025, draft), draft.title)).toEqual([]);
    }
  });

  test('every order that may be given', () => {
    for (const given of POSITIONS) {
      const state = begun(given, charter2025);
      for (const power of indexOf(charter2025).powers) {
        const mind = mindIn(state, power, {}, charter2025);
        for (const { order } of legalOrders(charter2025, viewFor(charter2025, state, power))) {
          const touched = new Set<string>();
          touchedByOrder(charter2025, power, order, touched);
          const after =
            order.verb === 'postGuard'
              ? keptBoard(charter2025, mind.board, clauseOf(power, power, { kind: 'gate', ...order }))
              : orderedBoard(charter2025, mind.board, power, order);
          expect(shortcutFaults(mind, after, touched, `${power} ${JSON.stringify(order)}`)).toEqual([]);
        }
      }
    }
  });

  test('the same check finds a promise of which too little is told', () => {
    const mind = mindIn(begun([], charter2025), 'ARM', {}, charter2025);
    const terms: ClauseTerms = { kind: 'do', order: { verb: 'court', host: 'ARM', area: 'politics' } };
    const after = agreedBoard(charter2025, mind.board, draftOf([clauseOf('RUS', 'ARM', terms)]), () => true);
    expect(shortcutFaults(mind, after, new Set(), 'nothing told').length).toBeGreaterThan(0);
  });

  test('every function of a formula reads something, by its first argument where that counts', () => {
    for (const name of Object.keys(FORMULA_FUNCTIONS))
      expect(readBy(`${name}(a,b,c)`.replace(/\(.*/, FORMULA_ARGS[name] ?? '(a,b)')).size).toBeGreaterThan(0);
    expect([...readBy('40 - 2*share(ARM,trade,RUS) + own(GEO,energy) - prom(host,ARM,IRN)')]).toEqual([
      'share/ARM',
      'share/GEO',
      'prom/host',
    ]);
    expect([...readBy('60')]).toEqual([]);
  });
});

/** Arguments enough for each. */
const FORMULA_ARGS: { readonly [name: string]: string } = Object.fromEntries(
  Object.entries(FORMULA_FUNCTIONS).map(([name, { least }]) => [
    name,
    `(${Array.from({ length: least }, (_, i) => `x${i}`).join()})`,
  ]),
);
