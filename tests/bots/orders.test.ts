import { describe, expect, test } from 'vitest';
import { campaignsOf, stepsOf, stepsTo } from '../../shared/bots/negotiator/campaign.ts';
import type { Mind } from '../../shared/bots/negotiator/mind.ts';
import { decide } from '../../shared/bots/negotiator/orders.ts';
import { doorDue, duesOf, promisesOfMine } from '../../shared/bots/negotiator/owed.ts';
import { concessionsOf, damageOf, pressuresOf } from '../../shared/bots/negotiator/pressure.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import { BOT_LEVELS, TEMPERAMENTS } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import { formatOrder } from '../../shared/notation/order-notation.ts';
import { demandsOn } from '../../shared/rules/demand-terms.ts';
import { grants } from '../../shared/rules/demands.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { bare, refusedWith } from '../support/given.ts';
import { begun, mindIn } from '../support/minds.ts';

const minded = (power: string, ...given: string[]): Mind => mindIn(begun(given), power);
const duesIn = (mind: Mind) => duesOf(mind, legalOrders(mind.scenario, mind.view));
const ordered = (mind: Mind): readonly string[] => decide(mind).set.orders.map((order) => formatOrder(mind.me, order));

describe('what is owed', () => {
  const rows: readonly (readonly [string, readonly string[], string])[] = [
    ['a deed', ['pact p statement public: ARM to IRN do court transit IRN @1-1'], 'ARM court transit IRN'],
    [
      'a deed for which there is time',
      ['pact p statement public: ARM to IRN do court transit IRN @1-2'],
      'ARM court transit IRN',
    ],
    [
      'a gate to be opened',
      ['gate agarak closed', 'pact p statement public: ARM to RUS gate agarak open @1-4'],
      'ARM setGate agarak open',
    ],
    [
      'a gate to be shut',
      ['gate agarak open', 'pact p statement public: ARM to RUS gate agarak closed @1-4'],
      'ARM setGate agarak closed',
    ],
    ['a recognition', ['pact p statement public: ARM to AZE recognise AZE @1-1'], 'ARM recognise AZE'],
  ];
  for (const [name, given, line] of rows)
    test.each(BOT_LEVELS)(`${name} is ordered, by one that is %s`, (level) => {
      const mind = mindIn(begun(given), 'ARM', { level });
      expect(duesIn(mind).map(({ agreement }) => agreement.id)).toEqual(['p']);
      expect(ordered(mind)).toContain(line);
    });

  const DONE: readonly (readonly [string, readonly string[]])[] = [
    [
      'a gate that stands as promised',
      ['gate agarak open', 'pact p statement public: ARM to RUS gate agarak restricted @1-4'],
    ],
    ['a recognition that was given', ['recognised ARM AZE', 'pact p statement public: ARM to AZE recognise AZE @1-4']],
    ['a deed that is done', ['pact p statement public: ARM to IRN do court transit IRN @1-4 [done ARM]']],
    ['what is owed later', ['pact p statement public: ARM to IRN do court transit IRN @3-4']],
    ['what somebody else owes', ['pact p statement public: IRN to ARM do court transit ARM @1-1']],
    ['what nobody can order', ['pact p statement public: ARM to IRN refrain covert IRN @1-4']],
  ];
  test.each(DONE)('%s is not due', (_name, given) => {
    expect(duesIn(minded('ARM', ...given))).toEqual([]);
  });

  test('what was broken before the match and is broken still binds nobody now', () => {
    const mind = mindIn(begun([], charter2025), 'AZE', {}, charter2025);
    for (const { clause } of promisesOfMine(mind)) expect(clause.priced).not.toBe(true);
  });

  test('a door that was promised is opened, in the place of one that was not', () => {
    const promised = 'pact p statement public: ARM to IRN welcome transit IRN @1-4';
    const door = { area: 'transit', supplier: 'IRN' };
    expect(doorDue(minded('ARM', 'doors ARM none', promised))).toEqual({ kind: 'welcome', door });
    expect(decide(minded('ARM', 'doors ARM none', promised)).set.doors).toEqual({ kind: 'welcome', door });
    expect(doorDue(minded('ARM', 'doors ARM +transit:IRN', promised))).toBeNull();
    const full = [
      'doors ARM +trade:RUS +borders:USA',
      promised,
      'pact q statement public: ARM to RUS welcome trade RUS @1-4',
    ];
    expect(doorDue(minded('ARM', ...full))).toEqual({
      kind: 'welcome',
      door,
      instead: { area: 'borders', supplier: 'USA' },
    });
  });

  test('a door that was promised shut is shut', () => {
    const mind = minded(
      'ARM',
      'doors ARM +borders:USA',
      'pact p statement public: ARM to RUS welcome borders USA not @1-4',
    );
    expect(decide(mind).set.doors).toEqual({ kind: 'unwelcome', door: { area: 'borders', supplier: 'USA' } });
  });

  test('money that falls due is not spent', () => {
    const given = ['track ARM treasury 8', 'pact p statement public: ARM to IRN pay 8 @1-1'];
    const state = begun(given);
    const { set } = decide(mindIn(state, 'ARM'));
    const spent = set.orders.reduce((sum, { verb }) => sum + (indexOf(bare).action(verb, null)?.treasury ?? 0), 0);
    expect(spent).toBe(0);
  });

  test('a steadfast one gives no order that it has promised not to give', () => {
    for (const area of ['trade', 'energy', 'security', 'politics'] as const) {
      const mind = minded(
        'RUS',
        'tension syunik 8',
        `pact p statement public: RUS to ARM refrain court ${area} ARM @1-9; RUS to ARM refrain squeeze @1-9`,
      );
      const lines = ordered(mind);
      expect(lines).not.toContain(`RUS court ${area} ARM`);
      expect(lines.filter((line) => line.startsWith('RUS squeeze'))).toEqual([]);
    }
  });
});

describe('a set of orders', () => {
  test('is legal and paid for, whoever writes it', () => {
    const HOT = ['syunik', 'tavush', 'gegharkunik', 'vayots-dzor'].map((front) => `tension ${front} 8`);
    for (const given of [[], HOT, [...HOT, 'track ARM capital 1', 'track RUS treasury 0']]) {
      const state = begun(given, charter2025);
      for (const power of indexOf(charter2025).powers)
        for (const level of BOT_LEVELS)
          for (const temperament of TEMPERAMENTS) {
            const { set } = decide(mindIn(state, power, { level, temperament }, charter2025));
            expect(refusedWith(charter2025, state, power, { kind: 'submitOrders', orders: set })).toBeNull();
          }
    }
  });
});

/** A promise that cannot be kept beside what is demanded, for doors and gates. */
const contraryTo = (terms: ClauseTerms): string | null => {
  if (terms.kind === 'welcome') return `welcome ${terms.area} ${terms.supplier}${terms.open ? ' not' : ''}`;
  if (terms.kind === 'gate' && 'status' in terms)
    return `gate ${terms.gate} ${terms.status === 'open' ? 'closed' : 'open'}`;
  return null;
};

describe('pressure', () => {
  /** Russia has a hold on Armenia’s energy and politics. */
  const HOLD = ['shares ARM energy RUS 80 own 20', 'shares ARM politics RUS 30 own 70'];
  const pressures = (...given: string[]) => {
    const mind = minded('RUS', ...HOLD, ...given);
    return pressuresOf(mind, legalOrders(bare, mind.view), 5);
  };

  test('is put on those on whom one has a hold, one demand of each', () => {
    const found = pressures();
    expect(found.map(({ order }) => order.host)).toContain('ARM');
    expect(new Set(found.map(({ order }) => order.host)).size).toBe(found.length);
    expect(found.map(({ worth }) => worth)).toEqual([...found.map(({ worth }) => worth)].sort((a, b) => b - a));
    for (const { order, odds, met, unmet } of found) {
      expect(odds).toBeGreaterThanOrEqual(3);
      expect(odds).toBeLessThanOrEqual(90);
      expect(met).toBeGreaterThan(unmet);
      const demands = demandsOn({ scenario: bare, board: begun(HOLD).board, power: 'RUS', host: order.host });
      expect(demands).toContainEqual(order.demand);
    }
  });

  test('a demand for what was promised to the contrary is not expected to be granted', () => {
    const demandOf = (found: ReturnType<typeof pressures>) => found.find(({ order }) => order.host === 'ARM');
    const free = demandOf(pressures());
    if (free === undefined || free.order.demand === undefined) throw new Error('nothing is asked of Armenia');
    expect(free.odds).toBeGreaterThan(5);
    /** To much that can be asked of Armenia it has said the contrary: its doors and its gates. */
    const demands = demandsOn({ scenario: bare, board: begun(HOLD).board, power: 'RUS', host: 'ARM' });
    const CONTRARY = demands.flatMap((terms, i) => {
      const contrary = contraryTo(terms);
      return contrary === null ? [] : [`pact c${i} statement public: ARM to IRN ${contrary} @1-12`];
    });
    for (const { order, odds } of pressures(...CONTRARY)) {
      if (order.host !== 'ARM' || (order.demand?.kind !== 'welcome' && order.demand?.kind !== 'gate')) continue;
      expect(odds).toBe(5);
    }
    expect(CONTRARY.length).toBeGreaterThan(5);
  });

  test('damage grows with the hold and with the fear at home', () => {
    const mind = (stability: number): Mind => minded('RUS', `track ARM stability ${stability}`);
    expect(damageOf(mind(60), 'ARM', 80)).toBeGreaterThan(damageOf(mind(60), 'ARM', 30));
    expect(damageOf(mind(30), 'ARM', 80)).toBeGreaterThan(damageOf(mind(60), 'ARM', 80));
  });

  test('nothing is conceded to who has no hold', () => {
    const none = ['security', 'borders', 'trade', 'energy', 'transit', 'politics'].map(
      (area) => `shares ARM ${area} own 100`,
    );
    expect(concessionsOf(minded('ARM', ...none))).toEqual([]);
  });

  test('what is conceded may be written down, and keeps what was promised', () => {
    const AFRAID = [...HOLD, 'track ARM stability 20'];
    const demands = demandsOn({ scenario: bare, board: begun(AFRAID).board, power: 'RUS', host: 'ARM' });
    const grantedIn = (given: readonly string[], demand: ClauseTerms): boolean => {
      const list = concessionsOf(minded('ARM', ...given));
      const input = { kind: 'submitOrders', orders: { ...NO_ORDERS, concessions: list } } as const;
      expect(refusedWith(bare, begun(given), 'ARM', input)).toBeNull();
      return list.some((concession) => grants(concession, demand, 'RUS'));
    };
    let checked = 0;
    for (const demand of demands) {
      const contrary = contraryTo(demand);
      if (contrary === null || !grantedIn(AFRAID, demand)) continue;
      checked += 1;
      expect(grantedIn([...AFRAID, `pact p statement public: ARM to IRN ${contrary} @1-12`], demand)).toBe(false);
    }
    expect(checked).toBeGreaterThan(1);
  });

  test('the meeker and the more afraid, the more is conceded', () => {
    const conceded = (stability: number, meek: number): number => {
      const mind = minded('ARM', ...HOLD, `track ARM stability ${stability}`);
      return concessionsOf({ ...mind, character: { ...mind.character, meek } }).length;
    };
    expect(conceded(20, 120)).toBeGreaterThan(conceded(60, 120));
    expect(conceded(60, 120)).toBeGreaterThanOrEqual(conceded(60, 20));
    expect(conceded(20, 120)).toBeGreaterThan(conceded(20, 5));
    expect(conceded(60, 0)).toBe(0);
  });
});

describe('a campaign', () => {
  const HOT = ['tension tavush 8', 'track AZE readiness 8', 'track ARM readiness 3'];
  const campaign = (...given: string[]) => {
    const mind = minded('AZE', ...HOT, ...given);
    const found = campaignsOf(mind).find(({ prize }) => prize === 'berkaber-heights');
    if (found === undefined) throw new Error('there is no such campaign');
    return { mind, found };
  };

  test('is reckoned for every prize of the other side, and for none of one’s own', () => {
    const { mind } = campaign();
    for (const { prize, host } of campaignsOf(mind)) expect(mind.board.prizes[prize]).toBe(host);
    expect(campaignsOf(minded('USA'))).toEqual([]);
  });

  test('is less likely to succeed the more there are who would come', () => {
    const odds = [
      [],
      ['pact g statement public: FRA to ARM guarantee AZE @1-9'.replace('FRA', 'USA')],
      [
        'pact g statement public: USA to ARM guarantee AZE @1-9',
        'pact h statement public: IRN to ARM guarantee AZE @1-9',
      ],
    ].map((given) => campaign(...given).found.odds);
    expect(odds[1]).toBeLessThan(odds[0] ?? 0);
    expect(odds[2]).toBeLessThan(odds[1] ?? 0);
  });

  test('a guarantee against somebody else, of somebody else, or that has ended deters nobody', () => {
    const plain = campaign().found.odds;
    for (const pact of [
      'pact g statement public: USA to ARM guarantee TUR @1-9',
      'pact g statement public: USA to IRN guarantee AZE @1-9',
      'pact g statement public ended: USA to ARM guarantee AZE @1-9',
    ])
      expect(campaign(pact).found.odds).toBe(plain);
  });

  test('is worth less the less likely it is', () => {
    const guarded = campaign('pact g statement public: USA to ARM guarantee AZE @1-9').found;
    expect(guarded.worth).toBeLessThanOrEqual(campaign().found.worth);
  });

  test('strikes where the line is hot and it is ready, and else makes it so', () => {
    const { mind, found } = campaign();
    const ready = { ...found, mobilise: 0 };
    expect(stepsTo(mind, ready)).toBe(0);
    expect(stepsOf(mind, ready)).toEqual([
      { verb: 'operate', host: 'ARM', front: 'tavush', prize: 'berkaber-heights' },
    ]);
    expect(stepsOf(mind, { ...ready, mobilise: 2 })).toEqual([{ verb: 'mobilise' }]);
    const cold = { ...ready, tension: 2 };
    expect(stepsOf(mind, cold)).toEqual([{ verb: 'probe', host: 'ARM', front: 'tavush' }]);
    expect(stepsTo(mind, cold)).toBeGreaterThan(0);
  });

  test('is not begun by a steadfast one that has promised not to', () => {
    const bound = minded('AZE', ...HOT, 'pact p statement public: AZE to ARM refrain force ARM @1-9');
    expect(ordered(bound).filter((line) => /operate|probe/u.test(line))).toEqual([]);
  });
});
