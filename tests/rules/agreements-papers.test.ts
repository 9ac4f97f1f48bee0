import { describe, expect, test } from 'vitest';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { Concession, OrderSet } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { couldBeBrokenBy } from '../../shared/rules/clauses/registry.ts';
import { grants } from '../../shared/rules/demands.ts';
import { legalDoors, legalOrders, orderCost } from '../../shared/rules/legal-orders.ts';
import { conflictsOf } from '../../shared/rules/preview.ts';
import { preview } from '../../shared/view/preview.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { book } from '../support/book-numbers.ts';
import { bare, give, place, refusals, rules, seated, setsFrom } from '../support/given.ts';

rules('the end of agreements', [
  ['AG5', { name: 'events that end an agreement keep what went on and void what was still to be done', given: ['pact p treaty public: RUS to ARM refrain squeeze ARM @1-9; RUS to ARM do court trade ARM @1-9; RUS to ARM do court energy ARM @1-9 every 3; RUS to ARM pay 1 @2-9; RUS to ARM pay 1 each @2-9; RUS to ARM recognise ARM @1-9; RUS to ARM supply energy friend @1-9'], meanwhile: ['endAgreement p'], orders: [], then: ['agreement p ended', 'judged p.c1 kept by RUS', 'judged p.c2 void', 'judged p.c3 kept by RUS', 'judged p.c4 void', 'judged p.c5 kept by RUS', 'judged p.c6 void', 'judged p.c7 kept by RUS'] }],
  ['AG5', { name: 'what is over does not end twice', given: ['pact p treaty public withdrawn: RUS to ARM refrain squeeze ARM @1-9'], meanwhile: ['endAgreement p'], orders: [], then: [], never: ['agreement p'] }],
  ['AG5', { name: 'a site goes back to its host with the agreement, its own stay', given: ['pact p treaty public: ARM to RUS host base RUS @1-9'], meanwhile: ['endAgreement p'], orders: [], then: ['site base-gyumri ARM 4', 'site air-erebuni ARM 2'], never: ['site line-iran'] }],
  ['AG5', { name: 'who has given notice is free when it runs out', given: ['pact p treaty public leaving RUS 2: RUS to ARM refrain squeeze ARM @1-9'], orders: [], then: ['agreement p withdrawn', 'judged p.c1 void'] }],
  ['AG5', { name: 'not before', given: ['pact p treaty public leaving RUS 3: RUS to ARM refrain squeeze ARM @1-9'], orders: ['RUS squeeze trade ARM for pay 2'], then: ['judged p.c1 breached by RUS'], never: ['agreement p withdrawn'] }],
  ['AG5', { name: 'what stood at the start stands on when all is decided', given: ['pact p treaty public standing: RUS to ARM refrain squeeze ARM @1-1'], orders: [], then: ['judged p.c1 kept by RUS'], never: ['agreement p'] }],
  ['CR2', { name: 'who has no word left loses none', given: ['track RUS credibility 0', 'pact p treaty public: RUS to ARM refrain court trade ARM @1-3'], orders: ['RUS court trade ARM'], then: ['judged p.c1 breached by RUS', 'grievance ARM against RUS until 5'], never: ['track RUS credibility 0→0'] }],
  ['CR2', { name: 'what comes to light costs each party, and its breaches what they cost', given: ['pact p treaty secret: RUS to ARM refrain squeeze ARM @1-9 [breached by RUS]'], orders: ['ARM denounce p c1'], then: ['agreement p exposed', 'track ARM credibility 58→52', 'track RUS credibility 34→28', 'track RUS credibility 28→16'] }],
  ['AG4', { name: 'a welcome that is given already need not be turned', given: ['doors GEO +trade:ARM', 'pact p statement public: GEO to ARM welcome trade ARM @1-1'], orders: [], then: ['judged p.c1 kept by GEO'], never: ['doors GEO'] }],
  ['AG4', { name: 'an outsider’s gate that events hold stays as it is', given: ['held sadakhlo restricted', 'pact p statement public: GEO to ARM gate sadakhlo open @1-1'], orders: [], then: ['judged p.c1 excused by GEO'], never: ['gate sadakhlo'] }],
  ['RT1', { name: 'a guard that stands there already is not posted again', given: ['gate margara open guard ARM'], orders: ['ARM postGuard margara ARM'], then: [], never: ['guard margara'] }],
  ['RT1', { name: 'a pair may be posted', orders: ['ARM postGuard margara ARM+EUR'], then: ['guard margara RUS→ARM+EUR'] }],
  ['RT1', { name: 'a gate that is set as it stands does not move', given: ['gate margara open'], orders: ['ARM setGate margara open'], then: [], never: ['gate margara'] }],
  ['AG16', { name: 'a handing over in arrears is made up for', given: ['pact p statement secret standing: ARM to USA disclose s @1- [breached priced by ARM done ARM]'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG14', { name: 'a recognition in arrears too', given: ['recognised ARM AZE', 'pact p statement public standing: ARM to AZE recognise AZE @1- [breached priced by ARM]'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG15', { name: 'standing that others have changed is nobody’s breach', given: ['pact p statement public: ARM to RUS member x joined @1-1'], orders: [], then: ['judged p.c1 excused by ARM'] }],
]);

refusals('gates', [
  ['RT1', { name: 'not one that events hold', given: ['held margara closed'], order: 'ARM setGate margara open', why: 'orders/not-allowed held' }],
  ['RT1', { name: 'not another’s', order: 'ARM setGate alican open', why: 'orders/not-allowed owner' }],
  ['RT1', { name: 'nor its guard', order: 'ARM postGuard alican ARM', why: 'orders/not-allowed owner' }],
]);

describe('AG11 non-players keep their word by what their policy does', () => {
  /** Europe watches Syunik: the deed of rule E1 of its policy. */
  const scenario: Scenario = { ...bare, policies: book.policies };
  const rule = book.policies.flatMap(({ acts }) => acts).find(({ effects }) => effects.some((one) => one.kind === 'tension' && one.by < 0));
  const front = rule?.effects.map((one) => (one.kind === 'tension' ? one.front : '')).find((id) => id !== '') ?? '';
  const happened = (lines: readonly string[]): readonly string[] => {
    let state = seated(scenario);
    state = { ...state, board: lines.reduce(place, state.board) };
    for (const kind of ['start', 'advance', 'advance'] as const) state = give(scenario, state, 'facilitator', { kind }).state;
    return [...state.events].map(formatEvent);
  };
  const PACT = (terms: string, window = '@1-1'): string => `pact p statement public: EUR to ARM ${terms} ${window}`;

  test('what it did at the end of last turn counts', () => {
    expect(happened([PACT(`do monitor ${front}`), `acted ${rule?.id} 0`])).toContain('judged p.c1 kept by EUR');
  });
  test('it is excused for what its policy had no reason to do', () => {
    expect(happened([PACT(`do monitor ${front}`), `tension ${front} 0`])).toContain('judged p.c1 excused by EUR');
  });
  test('it breaks its word if it had a reason and did something else', () => {
    expect(happened([PACT(`do monitor ${front}`), `tension ${front} 9`])).toContain('judged p.c1 breached by EUR');
  });
  test('it breaks a restraint by an act', () => {
    expect(happened([PACT(`refrain mediate ${front}`, '@1-3'), `acted ${rule?.id} 0`])).toContain('judged p.c1 breached by EUR');
  });
  test('a power’s share is no act of a policy that courts for itself', () => {
    expect(happened([PACT('refrain influence', '@1-1')])).toContain('judged p.c1 kept by EUR');
  });
});

describe('VB7 what a host would grant', () => {
  const terms = (text: string): ClauseTerms => {
    const read = parseTerms(text);
    if (!read.ok) throw new Error(read.why);
    return read.value;
  };
  test.each<[string, Concession, string, boolean]>([
    ['a promise of the kind', { to: 'anyone', kind: 'recognise' }, 'recognise ARM', true],
    ['not of another', { to: 'anyone', kind: 'recognise' }, 'pay 2', false],
    ['to the one named', { to: 'RUS', kind: 'pay' }, 'pay 2', true],
    ['not to another', { to: 'USA', kind: 'pay' }, 'pay 2', false],
    ['up to so much', { to: 'RUS', kind: 'pay', amount: 2 }, 'pay 3', false],
    ['in that area', { to: 'RUS', kind: 'supply', area: 'energy' }, 'supply energy friend', true],
    ['not in another', { to: 'RUS', kind: 'welcome', area: 'energy' }, 'welcome trade RUS', false],
    ['a deed in that area', { to: 'RUS', kind: 'refrain', area: 'energy' }, 'refrain harden energy', true],
    ['nothing has an area that has none', { to: 'RUS', kind: 'pay', area: 'energy' }, 'pay 2', false],
    ['that gate', { to: 'RUS', kind: 'gate', gate: 'margara' }, 'gate margara open', true],
    ['not another', { to: 'RUS', kind: 'gate', gate: 'margara' }, 'gate meghri open', false],
    ['that road', { to: 'RUS', kind: 'gate', route: 'syunik-route' }, 'regime syunik-route monitored', true],
    ['not a gate for a road', { to: 'RUS', kind: 'gate', route: 'syunik-route' }, 'gate margara open', false],
  ])('%s', (_name, concession, demand, granted) => {
    expect(grants(concession, terms(demand), 'RUS')).toBe(granted);
  });
});

describe('what a set would break, and leave owed', () => {
  const seat = (power: PowerId, given: readonly string[]) => {
    const state: MatchState = seated(bare);
    const now = give(bare, { ...state, board: given.reduce(place, state.board) }, 'facilitator', { kind: 'start' }).state;
    return viewFor(bare, now, power);
  };
  const setFrom = (power: PowerId, lines: readonly string[]): OrderSet => setsFrom(lines)[power] ?? { orders: [], doors: null, concessions: [] };
  const told = (power: PowerId, given: readonly string[], lines: readonly string[]) => {
    const { conflicts, owed } = preview(bare, seat(power, given), setFrom(power, lines));
    return { conflicts: conflicts.map((one) => `${one.agreement}.${one.clause} ${one.order}`), owed: owed.map((one) => `${one.agreement}.${one.clause} ${one.due}`) };
  };
  test.each<[string, PowerId, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['a restraint', 'RUS', ['pact p statement public: RUS to ARM refrain court trade ARM @1-3'], ['RUS court energy ARM', 'RUS court trade ARM'], ['p.c1 1'], []],
    ['not another’s', 'RUS', ['pact p statement public: USA to ARM refrain court trade ARM @1-3'], ['RUS court trade ARM'], [], []],
    ['a gate', 'TUR', ['gate alican open', 'pact p statement public: TUR to ARM gate alican open @1-3'], ['TUR setGate alican closed'], ['p.c1 0'], ['p.c1 3']],
    ['a gate that is still shut is owed', 'TUR', ['pact p statement public: TUR to ARM gate alican open @1-3'], [], [], ['p.c1 3']],
    ['a gate that this opens is not', 'TUR', ['pact p statement public: TUR to ARM gate alican open @1-3'], ['TUR setGate alican open'], [], []],
    ['a guard', 'ARM', ['gate margara open guard ARM', 'pact p statement public: ARM to RUS guard margara ARM @1-3 [done ARM]'], ['ARM postGuard margara IRN'], ['p.c1 0'], []],
    ['a supply', 'RUS', ['pact p statement public: RUS to ARM supply energy friend @1-3'], ['RUS squeeze energy ARM for pay 2'], ['p.c1 0'], []],
    ['a post that hardening wears away', 'ARM', ['site line-turkey RUS 0', 'site line-iran RUS 0', 'pact p statement public: ARM to RUS host post-margara RUS @1-3'], ['ARM harden borders'], ['p.c1 0'], []],
    ['a door', 'ARM', ['doors ARM +energy:USA', 'pact p statement public: ARM to USA welcome energy USA @1-3'], ['ARM doors unwelcome energy USA'], ['p.c1 doors'], ['p.c1 3']],
    ['not a door that stays', 'ARM', ['doors ARM +energy:USA', 'pact p statement public: ARM to USA welcome energy USA @1-3'], ['ARM doors bar trade RUS'], [], []],
    ['a door that this opens', 'ARM', ['doors ARM none', 'pact p statement public: ARM to USA welcome energy USA @1-3'], ['ARM doors welcome energy USA'], [], []],
    ['a deed', 'USA', ['pact p statement public: USA to ARM do court trade ARM @1-4 every 2'], [], [], ['p.c1 2']],
    ['not one that is done', 'USA', ['pact p statement public: USA to ARM do court trade ARM @1-4 [done USA]'], [], [], []],
    ['or in the set', 'USA', ['pact p statement public: USA to ARM do court trade ARM @1-4'], ['USA court trade ARM'], [], []],
    ['a recognition', 'AZE', ['pact p statement public: AZE to ARM recognise ARM @1-4'], [], [], ['p.c1 4']],
    ['not one that is given', 'AZE', ['recognised AZE ARM', 'pact p statement public: AZE to ARM recognise ARM @1-4'], [], [], []],
    ['or in the set', 'AZE', ['pact p statement public: AZE to ARM recognise ARM @1-4'], ['AZE recognise ARM'], [], []],
    ['money that is not there', 'ARM', ['track ARM treasury 3', 'pact p statement public: ARM to RUS pay 2 each @1-4; ARM to RUS pay 2 @1-4'], [], [], ['p.c2 1']],
    ['not what is paid', 'ARM', ['track ARM treasury 1', 'pact p statement public: ARM to RUS pay 2 @1-4 [done ARM]'], [], [], []],
    ['nothing that does itself', 'ARM', ['pact p statement public: ARM to RUS host base RUS @1-4; ARM to RUS member p joined @1-4'], [], [], []],
  ])('AG8 %s', (_name, power, given, lines, conflicts, owed) => {
    expect(told(power, given, lines)).toEqual({ conflicts, owed });
  });

  test('AG8 without a look ahead, only what the order itself would break', () => {
    const view = seat('ARM', ['pact p statement public: ARM to RUS host line-turkey RUS @1-3']);
    expect(conflictsOf(view, setFrom('ARM', ['ARM harden borders']))).toEqual([]);
  });

  test('AG8 a set is told what it costs and leaves', () => {
    const view = seat('USA', []);
    const set = setFrom('USA', ['USA court trade ARM', 'USA court energy ARM']);
    const { cost, left } = preview(bare, view, set);
    expect(cost).toEqual({ capital: orderCost(bare, view, set.orders).capital, treasury: orderCost(bare, view, set.orders).treasury });
    expect(left.capital).toBe((view.tracks.USA?.exact?.capital ?? 0) - cost.capital);
    expect(preview(bare, { ...view, viewer: 'public' }, set).left.capital).toBe(-cost.capital);
  });

  test('AG2 an order is held against every kind that forbids it', () => {
    const clause = { by: ['RUS'], to: ['ARM'], from: 1, until: 3 };
    const squeeze = { verb: 'squeeze', host: 'ARM', area: 'energy', demand: { kind: 'pay', amount: 2, each: false } } as const;
    expect(couldBeBrokenBy({ ...clause, terms: { kind: 'supply', area: 'energy', price: 1 } }, squeeze)).toBe(true);
    expect(couldBeBrokenBy({ ...clause, terms: { kind: 'pay', amount: 1, each: true } }, squeeze)).toBe(false);
    expect(couldBeBrokenBy({ ...clause, terms: { kind: 'gate', route: 'syunik-route', regime: 'sovereign' } }, squeeze)).toBe(false);
  });
});

describe('what a seat may order', () => {
  const view = (power: PowerId, given: readonly string[] = []) => {
    const state = seated(bare);
    return viewFor(bare, { ...state, board: given.reduce(place, state.board) }, power);
  };
  test('DR1 every change of doors that would change something', () => {
    const full = legalDoors(bare, view('ARM', ['doors ARM +energy:USA +trade:RUS -security:AZE']));
    expect(full.filter((one) => one.kind === 'welcome').every((one) => one.kind === 'welcome' && one.instead !== undefined)).toBe(true);
    expect(full.filter((one) => one.kind === 'unwelcome')).toHaveLength(2);
    expect(full).toContainEqual({ kind: 'unbar' });
    const empty = legalDoors(bare, view('ARM', ['doors ARM none']));
    expect(empty.filter((one) => one.kind === 'welcome').every((one) => one.kind === 'welcome' && one.instead === undefined)).toBe(true);
    expect(empty).not.toContainEqual({ kind: 'unbar' });
    expect(legalDoors(bare, view('public'))).toEqual([]);
  });
  test('VB5 an option names its cost, what it is called and a precedent; the public has none', () => {
    const [option] = legalOrders(bare, view('ARM'));
    expect(option).toMatchObject({ cost: { capital: 1 }, needsDemand: false });
    expect(option?.name.length).toBeGreaterThan(0);
    expect(legalOrders(bare, view('public'))).toEqual([]);
    expect(legalOrders({ ...bare, actions: [] }, view('ARM'))).toEqual([]);
  });
  test('VB9 a grievance that is held makes its squeeze cheaper', () => {
    const squeeze = (given: readonly string[]) => legalOrders(bare, view('RUS', given)).find(({ order }) => order.verb === 'squeeze' && order.host === 'ARM' && order.area === 'energy');
    expect(squeeze(['gap ARM energy RUS patron'])?.cost.capital).toBe(0);
    expect(squeeze([])?.cost.capital).toBe(1);
  });
});
