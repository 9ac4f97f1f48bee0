import { describe, expect, test } from 'vitest';
import { botThinks } from '../../shared/bots/bots.ts';
import { answersFor } from '../../shared/bots/negotiator/answers.ts';
import { worthIfKept, worthToMe } from '../../shared/bots/negotiator/appraisal.ts';
import { bundleWith, giftsBetween } from '../../shared/bots/negotiator/bundles.ts';
import { clauseOf, giftsOf } from '../../shared/bots/negotiator/gifts.ts';
import { roadBundles } from '../../shared/bots/negotiator/roads.ts';
import { consentsFor } from '../../shared/bots/scripted-treaty.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import { BOT_LEVELS } from '../../shared/model/input.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { refuseDraft } from '../../shared/rules/refusal-treaty.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, refusedWith } from '../support/given.ts';
import { begun, mindIn } from '../support/minds.ts';

const draftOf = (
  parties: readonly string[],
  clauses: readonly ClauseDraft[],
  rest: Partial<AgreementDraft> = {},
): AgreementDraft => ({
  title: 'A text',
  parties,
  visibility: 'public',
  form: 'statement',
  until: null,
  notice: 1,
  clauses,
  ...rest,
});
const promise = (by: string, to: string, terms: ClauseTerms, until: number | null = null): ClauseDraft => ({
  by: [by],
  to: [to],
  terms,
  from: 1,
  until,
});

const HOT = [
  ...['syunik', 'tavush', 'gegharkunik', 'vayots-dzor'].map((front) => `tension ${front} 8`),
  'shares ARM politics RUS 40 own 60',
  'pact s statement secret: ARM to IRN pay 1 each @1-9',
];

describe('what one could promise another', () => {
  test.each([
    ['charter', charter2025, []],
    ['charter, in a hot year', charter2025, HOT],
    ['tiny', tiny, []],
  ] as const)('can be put on the table as it is: %s', (_name, scenario, given) => {
    const { board } = begun(given, scenario);
    const { powers } = indexOf(scenario);
    const faults: string[] = [];
    let count = 0;
    for (const giver of powers)
      for (const to of powers.filter((one) => one !== giver))
        for (const terms of giftsOf(scenario, board, giver, to))
          for (const until of [null, board.turn, board.turn + 3]) {
            const draft = draftOf([giver, to], [clauseOf(board.turn, [giver], [to], terms, until)], { until });
            const refused = refuseDraft(scenario, board, giver, draft);
            count += 1;
            if (refused !== null)
              faults.push(
                `${giver} to ${to} ${JSON.stringify(terms)} until ${until}: ${refused.code} ${JSON.stringify(refused.because)}`,
              );
          }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });

  test('is not what stands already', () => {
    const { board } = begun(['doors ARM +trade:IRN', 'gate agarak open', 'recognised ARM AZE']);
    const gifts = giftsOf(bare, board, 'ARM', 'IRN');
    expect(gifts).not.toContainEqual({ kind: 'welcome', area: 'trade', supplier: 'IRN', open: true });
    expect(gifts).toContainEqual({ kind: 'welcome', area: 'transit', supplier: 'IRN', open: true });
    expect(gifts).not.toContainEqual({ kind: 'gate', gate: 'agarak', status: 'open' });
    expect(giftsOf(bare, board, 'ARM', 'AZE')).not.toContainEqual({ kind: 'recognise', what: 'AZE' });
    expect(giftsOf(bare, begun().board, 'ARM', 'AZE')).toContainEqual({ kind: 'recognise', what: 'AZE' });
  });

  test('a secret is offered only by who does not keep faith with those that share it', () => {
    const state = begun(HOT);
    const told = (temperament: 'steadfast' | 'opportunist'): readonly string[] =>
      giftsBetween(mindIn(state, 'ARM', { temperament }), 'ARM', 'USA').map(({ clause }) => clause.terms.kind);
    expect(told('steadfast')).not.toContain('disclose');
    expect(told('opportunist')).toContain('disclose');
    const draft = draftOf(['ARM', 'USA'], [clauseOf(1, ['ARM'], ['USA'], { kind: 'disclose', agreement: 's' }, null)]);
    expect(refusedWith(bare, state, 'ARM', { kind: 'propose', draft, expires: 1 })).toBeNull();
  });
});

describe('an exchange', () => {
  const state = begun([], charter2025);
  const { powers } = indexOf(charter2025);

  test.each(BOT_LEVELS)('that one who is %s thinks of serves both sides, and may be offered', (level) => {
    let found = 0;
    for (const me of powers) {
      const mind = mindIn(state, me, { level }, charter2025);
      const bundles = [...mind.others.map((other) => bundleWith(mind, other)), ...roadBundles(mind, 2)];
      for (const bundle of bundles) {
        if (bundle === null) continue;
        found += 1;
        const { draft, mine, theirs } = bundle;
        expect(mine).toBeGreaterThanOrEqual(mind.reach.wants);
        expect(worthToMe(mind, draft)).toBe(mine);
        for (const other of draft.parties.filter((one) => one !== me)) {
          expect(theirs[other]).toBeGreaterThanOrEqual(mind.reach.leaves);
          expect(worthIfKept(mind, draft, other)).toBe(theirs[other]);
        }
        expect(refuseDraft(charter2025, state.board, me, draft)).toBeNull();
        expect(draft.clauses.length).toBeLessThanOrEqual(12);
      }
    }
    expect(found).toBeGreaterThan(3);
  });
});

describe('an answer', () => {
  /** What a seat says to a text that another puts on the table. */
  const answerTo = (
    by: string,
    me: string,
    draft: AgreementDraft,
    given: readonly string[] = [],
    level: 'easy' | 'normal' | 'strong' = 'strong',
  ) => {
    const { state } = give(bare, begun(given), by, { kind: 'propose', draft, expires: 1 });
    return { ...answersFor(mindIn(state, me, { level }), 2), state };
  };
  const GIFT = draftOf(['ARM', 'IRN'], [promise('IRN', 'ARM', { kind: 'pay', amount: 4, each: false }, 1)]);
  const RANSOM = draftOf(['ARM', 'IRN'], [promise('ARM', 'IRN', { kind: 'pay', amount: 6, each: true }, 9)]);

  test('signs what pays', () => {
    const { acts, motives } = answerTo('IRN', 'ARM', GIFT);
    expect(acts.map(({ kind }) => kind)).toEqual(['sign']);
    expect(motives).toMatchObject([{ deed: 'sign' }]);
    expect(motives[0]?.worth).toBeGreaterThan(0);
  });

  test('declines what only costs', () => {
    const { acts, motives } = answerTo('IRN', 'ARM', RANSOM);
    expect(acts.map(({ kind }) => kind)).toEqual(['decline']);
    expect(motives).toMatchObject([{ deed: 'decline' }]);
    expect(motives[0]?.worth).toBeLessThan(0);
  });

  test('leaves alone what it has signed itself', () => {
    const { state } = answerTo('IRN', 'ARM', GIFT);
    expect(answersFor(mindIn(state, 'IRN'), 2)).toMatchObject({ acts: [], motives: [] });
  });

  test('leaves a text of the scenario on the table', () => {
    const state = begun([], charter2025);
    const open = Object.values(state.proposals).filter(({ status, turn }) => status === 'open' && turn === 0);
    expect(open.length).toBeGreaterThan(0);
    for (const me of indexOf(charter2025).powers) {
      const { acts } = answersFor(mindIn(state, me, {}, charter2025), 2);
      expect(acts.filter(({ kind }) => kind === 'decline' || kind === 'propose')).toEqual([]);
    }
  });

  test('a treaty wants capital for its signature', () => {
    const treaty = draftOf(['ARM', 'IRN'], [promise('IRN', 'ARM', { kind: 'pay', amount: 8, each: true }, 9)], {
      form: 'treaty',
    });
    const given = (capital: number) => [`track IRN capital 9`, 'track IRN treasury 90', `track ARM capital ${capital}`];
    expect(answerTo('IRN', 'ARM', treaty, given(9)).acts.map(({ kind }) => kind)).toEqual(['sign']);
    expect(answerTo('IRN', 'ARM', treaty, given(0)).acts.map(({ kind }) => kind)).not.toContain('sign');
  });

  /** Every promise of Armenia's to its neighbours, asked of it for nothing. */
  const asked = (level: 'easy' | 'strong') =>
    ['IRN', 'AZE', 'TUR', 'RUS'].flatMap((by) =>
      giftsOf(bare, begun().board, 'ARM', by).map((terms) => ({
        by,
        ...answerTo(by, 'ARM', draftOf(['ARM', by], [clauseOf(1, ['ARM'], [by], terms, null)]), [], level),
      })),
    );

  test('counters what could serve both with a text that does', () => {
    let counters = 0;
    for (const { by, acts, motives, state } of asked('strong')) {
      const [counter] = acts;
      if (counter?.kind !== 'propose') continue;
      counters += 1;
      expect(counter.counters).toBe(Object.values(state.proposals).find(({ status }) => status === 'open')?.id);
      expect(motives).toMatchObject([{ deed: 'counter', about: counter.counters }]);
      expect(refusedWith(bare, state, 'ARM', counter)).toBeNull();
      const mind = mindIn(state, 'ARM');
      expect(worthToMe(mind, counter.draft)).toBeGreaterThanOrEqual(mind.reach.wants);
      expect(worthIfKept(mind, counter.draft, by)).toBeGreaterThanOrEqual(mind.reach.leaves);
    }
    expect(counters).toBeGreaterThan(3);
  });

  test('an easy one counters nothing, and nobody counters more than it may', () => {
    expect(asked('easy').flatMap(({ acts }) => acts.filter(({ kind }) => kind === 'propose'))).toEqual([]);
    for (const { state, acts } of asked('strong'))
      if (acts[0]?.kind === 'propose')
        expect(answersFor(mindIn(state, 'ARM'), 0).acts.map(({ kind }) => kind)).toEqual(['decline']);
  });

  test('of two texts that exclude each other one is signed', () => {
    const paid = (by: string, open: boolean): AgreementDraft =>
      draftOf(
        ['ARM', by],
        [
          promise('ARM', by, { kind: 'welcome', area: 'trade', supplier: 'IRN', open }),
          promise(by, 'ARM', { kind: 'pay', amount: 40, each: false }, 1),
        ],
      );
    const rich = ['RUS', 'IRN'].map((power) => `track ${power} treasury 60`);
    const texts = { IRN: paid('IRN', true), RUS: paid('RUS', false) };
    const signedOf = (...by: readonly ('IRN' | 'RUS')[]): number => {
      const state = by.reduce(
        (now, one) => give(bare, now, one, { kind: 'propose', draft: texts[one], expires: 1 }).state,
        begun(rich),
      );
      return answersFor(mindIn(state, 'ARM'), 0).acts.filter(({ kind }) => kind === 'sign').length;
    };
    expect([signedOf('IRN'), signedOf('RUS'), signedOf('IRN', 'RUS')]).toEqual([1, 1, 1]);
  });
});

describe('what is offered beside what has just been signed', () => {
  const { powers } = indexOf(charter2025);
  /** Doors that a seat would promise to open in one thought, in which it signs for one of them. */
  const doorsIn = (me: string, by: string, now: string): readonly string[] => {
    const door = promise(me, by, { kind: 'welcome', area: 'trade', supplier: by, open: true });
    const price = promise(by, me, { kind: 'pay', amount: 40, each: false }, 1);
    const paid = draftOf([me, by], [door, price]);
    const begins = begun([`track ${by} treasury 60`, `doors ${me} none`], charter2025);
    const { state } = give(charter2025, begins, by, { kind: 'propose', draft: paid, expires: 1 });
    const view = viewFor(charter2025, state, me);
    const bot = { bot: 'negotiator', level: 'strong', temperament: 'steadfast' } as const;
    const drafts = botThinks(charter2025, view, bot, { match: 'doors', now }).acts.flatMap((act) => {
      if (act.kind === 'propose') return [act.draft];
      const signed = act.kind === 'sign' ? state.proposals[act.proposal] : undefined;
      return signed === undefined ? [] : [signed.draft];
    });
    return drafts.flatMap(({ clauses }) =>
      clauses.flatMap(({ by: who, terms }) =>
        who.includes(me) && terms.kind === 'welcome' && terms.open ? [`${terms.area} ${terms.supplier}`] : [],
      ),
    );
  };

  test('a country turns one door a turn, and promises no second one', () => {
    let signed = 0;
    for (const [i, me] of powers.entries())
      for (const now of ['a', 'b', 'c', 'd', 'e']) {
        const doors = doorsIn(me, powers[(i + 1) % powers.length] ?? '', now);
        signed += doors.length;
        expect(new Set(doors).size, `${me} ${now}: ${doors.join()}`).toBeLessThan(2);
      }
    expect(signed).toBeGreaterThan(10);
  });
});

describe('consent', () => {
  const PROMISED = 'pact p treaty public: ARM to RUS gate agarak closed @1-9 unless IRN';
  const given = (contrary: boolean): MatchState =>
    begun([
      `${PROMISED}`.replace('ARM to RUS', 'ARM to RUS+IRN'),
      ...(contrary ? ['pact q statement public: IRN+ARM to ARM+IRN gate agarak open @1-9'] : []),
    ]);

  test('is given by who has signed to the contrary, once', () => {
    const state = given(true);
    const consents = consentsFor(viewFor(bare, state, 'IRN'));
    expect(consents).toEqual([{ kind: 'consent', agreement: 'p', clause: 'c1', given: true }]);
    for (const act of consents) expect(refusedWith(bare, state, 'IRN', act)).toBeNull();
    const after = consents.reduce((now, act) => give(bare, now, 'IRN', act).state, state);
    expect(consentsFor(viewFor(bare, after, 'IRN'))).toEqual([]);
  });

  test('is given by nobody else, and not without a reason', () => {
    for (const power of ['ARM', 'RUS']) expect(consentsFor(viewFor(bare, given(true), power))).toEqual([]);
    expect(consentsFor(viewFor(bare, given(false), 'IRN'))).toEqual([]);
  });

  test('is among what a negotiator does while the doors are open', () => {
    const view = viewFor(bare, given(true), 'IRN');
    const { acts } = botThinks(bare, view, { bot: 'negotiator', level: 'easy' }, { match: 'm', now: 'n' });
    expect(acts).toContainEqual({ kind: 'consent', agreement: 'p', clause: 'c1', given: true });
  });
});
