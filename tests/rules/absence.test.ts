import { describe, expect, test } from 'vitest';
import { botActs } from '../../shared/bots/bots.ts';
import { caretakerSet } from '../../shared/bots/caretaker.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { Input, Sitter } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { parseCondition } from '../../shared/notation/condition-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { formatOrder, parseOrder } from '../../shared/notation/order-notation.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, quiet, refusedWith, seated, setsFrom } from '../support/given.ts';

const must = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }): T => {
  if (!read.ok) throw new Error(read.why);
  return read.value;
};
const HUMAN: Sitter = { by: 'human' };
const LUCK = { match: 'luck', now: 'luck' };
const CARETAKER: Sitter = { by: 'bot', bot: 'caretaker', standIn: true };
const READY: Input = { kind: 'setReady', ready: true };
const EMPTY: Input = { kind: 'submitOrders', orders: NO_ORDERS };

/** `RUS squeeze energy ARM when gate alican open`, or `when absent`. */
const standing = (lines: readonly string[]): Input => ({
  kind: 'setStanding',
  standing: {
    honour: true,
    orders: lines.map((line) => {
      const [order = '', when = 'absent'] = line.split(' when ');
      return { when: when === 'absent' ? null : must(parseCondition(when)), order: must(parseOrder(order)).order };
    }),
  },
});

/** Armenia is played in person, the others by bots that hold; the match has begun. */
const attended = (given: readonly string[] = [], scenario: Scenario = bare): MatchState => {
  const start = seated(scenario);
  const placed: MatchState = { ...start, settings: { ...start.settings, turns: 6 }, board: given.reduce(place, start.board) };
  const begun = give(scenario, placed, 'facilitator', { kind: 'start' }).state;
  return give(scenario, begun, 'facilitator', { kind: 'seat', power: 'ARM', sitter: HUMAN }).state;
};

/** A turn in which Armenia does this, each in the negotiation or (with `later`) when the doors are closed. */
const turn = (state: MatchState, acts: { readonly now?: readonly Input[]; readonly later?: readonly Input[] } = {}): { state: MatchState; lines: readonly string[] } => {
  let next = state;
  for (const input of acts.now ?? []) next = give(bare, next, 'ARM', input).state;
  next = give(bare, next, 'facilitator', { kind: 'advance' }).state;
  for (const input of acts.later ?? []) next = give(bare, next, 'ARM', input).state;
  const done = give(bare, next, 'facilitator', { kind: 'advance' });
  return { state: done.state, lines: done.events.filter((event) => event.turn === state.board.turn).map(formatEvent) };
};

describe('AB1 the ladder', () => {
  const rows: readonly [name: string, acts: Parameters<typeof turn>[1], missed: boolean][] = [
    ['who does nothing is missed', {}, true],
    ['orders, even none, are enough', { later: [EMPTY] }, false],
    ['…and may be set while the doors are open', { now: [EMPTY] }, false],
    ['who is ready at the end is here', { later: [READY] }, false],
    ['to have been ready before the doors closed is not enough', { now: [READY] }, true],
    ['standing orders are left for absence, and are none', { now: [standing(['ARM harden energy'])] }, true],
  ];
  for (const [name, acts, missed] of rows)
    test(`AB1 ${name}`, () => {
      expect(turn(attended(), acts).lines.includes('absent ARM')).toBe(missed);
    });

  test('AB1 bots and empty chairs are not missed', () => {
    const state = give(bare, attended(), 'facilitator', { kind: 'seat', power: 'USA', sitter: { by: 'nobody' } }).state;
    expect(turn(state, { later: [EMPTY] }).lines.filter((line) => line.startsWith('absent'))).toEqual([]);
  });
  test('AB1 after two turns running the caretaker sits in', () => {
    const first = turn(attended());
    expect(first.state.table.seats.ARM).toMatchObject({ sitter: HUMAN, missed: 1 });
    const second = turn(first.state);
    expect(second.state.table.seats.ARM?.sitter).toEqual(CARETAKER);
    expect(turn(second.state).lines).not.toContain('absent ARM');
  });
  test('AB1 everybody sees it', () => {
    const { state } = turn(attended());
    expect(viewFor(bare, state, 'RUS').events.map((event) => event.kind)).toContain('turnMissed');
    expect(viewFor(bare, state, 'public').table.seats.ARM?.missed).toBe(1);
  });
  test('AB3 who is here again is counted anew', () => {
    const first = turn(attended());
    const second = turn(first.state, { later: [EMPTY] });
    expect(second.state.table.seats.ARM).toMatchObject({ sitter: HUMAN, missed: 0 });
    expect(turn(second.state).state.table.seats.ARM).toMatchObject({ sitter: HUMAN, missed: 1 });
  });
  test('AB3 the person takes the seat over at once', () => {
    const away = turn(turn(attended()).state).state;
    const { state } = give(bare, away, 'table', { kind: 'seat', power: 'ARM', sitter: HUMAN });
    expect(state.table.seats.ARM).toMatchObject({ sitter: HUMAN, missed: 0, ready: false });
  });
});

describe('AB3 who is waited for', () => {
  const seats = (sitters: readonly Sitter[], deadline: number | null): MatchState => {
    let state = attended();
    for (const [i, { id }] of bare.powers.entries())
      state = give(bare, state, 'facilitator', { kind: 'seat', power: id, sitter: sitters[i] ?? { by: 'bot', bot: 'hold' } }).state;
    return { ...state, table: { ...state.table, deadline } };
  };
  const allReady = (state: MatchState): string => bare.powers.reduce((now, { id }) => (now.table.phase === 'negotiation' ? give(bare, now, id, READY).state : now), state).table.phase;
  test('AB3 a table that only stand-ins are left at waits for its clock', () => {
    expect(allReady(seats([CARETAKER, CARETAKER], 99_999))).toBe('negotiation');
  });
  test('AB3 without one, for its facilitator: it does not play itself to the end', () => {
    expect(allReady(seats([CARETAKER, CARETAKER], null))).toBe('negotiation');
  });
  test('AB3 with one person there it goes on when all are ready', () => {
    expect(allReady(seats([CARETAKER, HUMAN], 99_999))).toBe('orders');
  });
  test('AB3 a table of bots does not wait', () => {
    expect(allReady(seats([], 99_999))).toBe('orders');
  });
});

describe('AB2 standing orders', () => {
  type StandingRow = { readonly name: string; readonly given?: readonly string[]; readonly left: readonly string[]; readonly then: string; readonly acts?: readonly Input[] };
  const rows: readonly StandingRow[] = [
    { name: 'run in a turn without orders', left: ['ARM harden energy when absent'], then: 'ordered ARM harden energy' },
    { name: 'not in a turn with orders, even with none', left: ['ARM harden energy when absent'], acts: [EMPTY], then: '' },
    { name: 'if their condition holds as the turn stands', left: ['ARM harden energy when gate alican closed'], then: 'ordered ARM harden energy' },
    { name: 'not if it does not', left: ['ARM harden energy when gate alican open'], then: '' },
    { name: 'in their order', left: ['ARM harden energy when gate alican open', 'ARM harden trade when absent', 'ARM court transit IRN when absent'], then: 'ordered ARM harden trade; court transit IRN' },
    { name: 'each order once', left: ['ARM harden energy when gate alican closed', 'ARM harden energy when absent'], then: 'ordered ARM harden energy' },
    { name: 'what may not be given is passed over', left: ['ARM squeeze energy RUS for pay 2 when absent', 'ARM harden trade when absent'], then: 'ordered ARM harden trade' },
    { name: 'what cannot be paid is passed over, and the next may be', given: ['track ARM capital 2'], left: ['ARM harden energy when absent', 'ARM harden trade when absent', 'ARM setGate margara restricted when absent'], then: 'ordered ARM harden energy; setGate margara restricted' },
  ];
  for (const row of rows)
    test(`AB2 ${row.name}`, () => {
      const { state } = give(bare, attended(row.given), 'ARM', standing(row.left));
      const { lines } = turn(state, { later: row.acts ?? [] });
      expect(lines.find((line) => line.startsWith('ordered ARM')) ?? '').toBe(row.then);
    });

  test('AB2 covert ones stay covert', () => {
    const { state } = give(bare, attended(), 'ARM', standing(['ARM spy RUS when absent']));
    const { state: after } = turn(state);
    expect(viewFor(bare, after, 'USA').events.filter((event) => event.kind === 'ordersRevealed')).toEqual([]);
    expect(viewFor(bare, after, 'ARM').events.filter((event) => event.kind === 'ordersRevealed')).toHaveLength(1);
  });
  test('AB2 those of a power that a bot plays do not run', () => {
    const { state } = give(bare, attended(), 'ARM', standing(['ARM harden energy when absent']));
    const given = give(bare, state, 'facilitator', { kind: 'seat', power: 'ARM', sitter: { by: 'bot', bot: 'hold' } }).state;
    expect(turn(given).lines.filter((line) => line.startsWith('ordered ARM'))).toEqual([]);
    const kept = give(bare, state, 'facilitator', { kind: 'seat', power: 'ARM', sitter: CARETAKER }).state;
    expect(turn(kept).lines).toContain('ordered ARM harden energy');
  });

  type RefusedRow = { readonly name: string; readonly left: readonly string[]; readonly why: string };
  const refused: readonly RefusedRow[] = [
    { name: 'of one’s own purse', left: ['ARM harden energy when track ARM treasury >= 10'], why: '' },
    { name: 'of others’ stability and word', left: ['ARM harden energy when track RUS stability >= 10 and track RUS credibility >= 10'], why: '' },
    { name: 'not of others’ purses', left: ['ARM harden energy when track RUS treasury >= 10'], why: 'orders/not-allowed private 1' },
    { name: 'not of others’ capital, however it is put', left: ['ARM harden energy when absent', 'ARM harden trade when not [turn 1 to 3 or track RUS capital >= 4]'], why: 'orders/not-allowed private 2' },
    { name: 'not of others’ readiness in a formula', left: ['ARM harden energy when track(AZE,readiness) >= 6'], why: 'orders/not-allowed private 1' },
    { name: 'of one’s own in a formula', left: ['ARM harden energy when track(ARM,readiness) + 2*track(AZE,stability) >= 6'], why: '' },
    { name: 'not of a formula that cannot be read', left: ['ARM harden energy when luck(AZE) >= 6'], why: 'orders/not-allowed unknown 1' },
    { name: 'not of secret deals', left: ['ARM harden energy when secretDeal'], why: 'orders/not-allowed private 1' },
    { name: 'of agreements that one knows of', left: ['ARM harden energy when inForce mine', 'ARM harden trade when inforce(open) >= 1'], why: '' },
    { name: 'not of those that one does not know of', left: ['ARM harden energy when inForce theirs'], why: 'orders/not-allowed unknown 1' },
    { name: '…nor of those in a formula', left: ['ARM harden energy when inforce(theirs) >= 1'], why: 'orders/not-allowed unknown 1' },
    { name: '…which are like those that do not exist', left: ['ARM harden energy when inForce nowhere'], why: 'orders/not-allowed unknown 1' },
    { name: 'of what others did for all to see', left: ['ARM harden energy when ordered RUS squeeze energy ARM'], why: '' },
    { name: 'not of what nobody can do', left: ['ARM harden energy when ordered RUS setGate nowhere'], why: 'orders/not-allowed unknown 1' },
    { name: '…nor of what nobody does', left: ['ARM harden energy when ordered FRA court'], why: 'orders/not-allowed unknown 1' },
    { name: 'not of a power that is not here', left: ['ARM harden energy when track FRA stability >= 1'], why: 'orders/not-allowed unknown 1' },
    { name: 'of the map, the calendar, the doors', left: ['ARM harden energy when quarter 1 2', 'ARM harden trade when share ARM trade RUS >= 3 and tension syunik >= 2 and flow syunik-route <= 1 and regime syunik-route none', 'ARM harden transit when welcome ARM trade RUS or stands caatsa'], why: '' },
    { name: 'not of a front that is not there', left: ['ARM harden energy when tension nowhere >= 2'], why: 'orders/not-allowed unknown 1' },
    { name: '…a route', left: ['ARM harden energy when flow nowhere >= 2'], why: 'orders/not-allowed unknown 1' },
    { name: '…a gate', left: ['ARM harden energy when gate nowhere open'], why: 'orders/not-allowed unknown 1' },
    { name: '…a host', left: ['ARM harden energy when share FRA trade RUS >= 1'], why: 'orders/not-allowed unknown 1' },
    { name: '…or a measure', left: ['ARM harden energy when stands nothing'], why: 'orders/not-allowed unknown 1' },
    { name: 'an order speaks of things that exist', left: ['ARM court energy FRA when absent'], why: 'orders/unknown 1' },
    { name: '…guards that stand somewhere', left: ['ARM postGuard margara FRA when absent'], why: 'orders/unknown 1' },
    { name: '…agreements that one knows of', left: ['ARM denounce theirs c1 when absent'], why: 'orders/unknown 1' },
    { name: '…and may be one that cannot be given yet', left: ['ARM operate AZE gegharkunik sotk-east when absent', 'ARM coup RUS when absent'], why: '' },
    { name: 'of projects, sponsors, measures, prizes and fronts that exist', left: ['ARM award metsamor-new RUS when absent', 'ARM lift legal-claims when absent', 'ARM mediate araks when absent', 'ARM recognise tavush when absent', 'ARM denounce open c1 when absent', 'ARM postGuard margara ARM when absent'], why: '' },
    { name: 'and of no others: a project', left: ['ARM sponsor nowhere when absent'], why: 'orders/unknown 1' },
    { name: '…a sponsor', left: ['ARM award metsamor-new FRA when absent'], why: 'orders/unknown 1' },
    { name: '…a measure', left: ['ARM lift nothing when absent'], why: 'orders/unknown 1' },
    { name: '…a prize', left: ['ARM operate AZE syunik nowhere when absent'], why: 'orders/unknown 1' },
    { name: '…a front', left: ['ARM mediate nowhere when absent'], why: 'orders/unknown 1' },
    { name: '…something to recognise', left: ['ARM recognise nowhere when absent'], why: 'orders/unknown 1' },
    { name: 'of a plain number, if somebody wishes', left: ['ARM harden energy when 5 >= 3'], why: '' },
    { name: 'twelve are enough', left: Array.from({ length: 13 }, () => 'ARM harden energy when absent'), why: 'orders/not-allowed many' },
  ];
  const SECRETS = ['pact mine statement secret: RUS to ARM pay 2 @1-3', 'pact open statement public: RUS to AZE pay 2 @1-3', 'pact theirs statement secret: RUS to AZE pay 2 @1-3'];
  for (const row of refused)
    test(`AB2 their conditions speak ${row.name}`, () => {
      const answer = refusedWith(bare, attended(SECRETS), 'ARM', standing(row.left));
      expect([answer?.code, answer?.because.why, answer?.because.number].filter((word) => word !== undefined).join(' ')).toBe(row.why);
    });
});

describe('AB3 the caretaker’s mandate', () => {
  const orders = (given: readonly string[], scenario: Scenario = bare, left: readonly string[] = [], sitter: Sitter = CARETAKER): readonly string[] => {
    let state = attended(given, scenario);
    if (left.length > 0) state = give(scenario, state, 'ARM', standing(left)).state;
    state = give(scenario, state, 'facilitator', { kind: 'seat', power: 'ARM', sitter }).state;
    const set = caretakerSet(scenario, viewFor(scenario, state, 'ARM'));
    expect(refusedWith(scenario, state, 'ARM', { kind: 'submitOrders', orders: set })).toBeNull();
    const doors = set.doors === null ? [] : [formatEvent({ kind: 'ordersRevealed', power: 'ARM', orders: { ...NO_ORDERS, doors: set.doors }, id: '', turn: 1, audience: 'public', cause: { kind: 'undisclosed' } })];
    return [...set.orders.map((order) => formatOrder('ARM', order)), ...doors];
  };
  const POOR = 'track ARM capital 3';
  type MandateRow = { readonly name: string; readonly given: readonly string[]; readonly left?: readonly string[]; readonly sitter?: Sitter; readonly then: readonly string[] };
  const rows: readonly MandateRow[] = [
    { name: 'does the deeds that were promised', given: ['pact p statement public: ARM to IRN do court transit IRN @1-2', POOR], then: ['ARM court transit IRN'] },
    { name: 'not the deeds that are done', given: ['pact p statement public: ARM to IRN do court transit IRN @1-2 [done ARM]', POOR], then: [] },
    { name: 'grants nothing, whoever has a hold on it', given: ['shares ARM energy RUS 90 own 10', 'track ARM stability 10', POOR], then: [] },
    { name: 'starts no force, whoever promised it', given: ['pact p statement public: ARM to IRN do probe AZE @1-2', POOR], then: [] },
    { name: 'stands by whom it was promised to stand by', given: ['pact p statement public: ARM to AZE do deter AZE @1-2', POOR], then: ['ARM deter AZE'] },
    { name: 'opens the gate that was promised open', given: ['pact p statement public: ARM to RUS gate agarak open @1-4', 'gate agarak closed', POOR], then: ['ARM setGate agarak open'] },
    { name: 'shuts the one that was promised shut', given: ['pact p statement public: ARM to RUS gate agarak closed @1-4', POOR], then: ['ARM setGate agarak closed'] },
    { name: 'leaves one that is as it should be', given: ['pact p statement public: ARM to RUS gate agarak restricted @1-4', POOR], then: [] },
    { name: 'recognises what was promised', given: ['pact p statement public: ARM to AZE recognise AZE @1-4', POOR], then: ['ARM recognise AZE'] },
    { name: 'once', given: ['pact p statement public: ARM to AZE recognise AZE @1-4', 'recognised ARM AZE', POOR], then: [] },
    { name: 'opens the door that was promised', given: ['pact p statement public: ARM to IRN welcome transit IRN @1-4', 'doors ARM none', POOR], then: ['ordered ARM welcome transit IRN'] },
    { name: 'in the place of one that was not', given: ['pact p statement public: ARM to IRN welcome transit IRN @1-4', 'pact q statement public: ARM to RUS welcome trade RUS @1-4', 'doors ARM +trade:RUS +borders:USA', POOR], then: ['ordered ARM welcome transit IRN instead borders USA'] },
    { name: 'not in the place of one that was', given: ['pact p statement public: ARM to IRN welcome transit IRN @1-4', 'pact q statement public: ARM to RUS+USA welcome trade RUS @1-4; ARM to USA welcome borders USA @1-4', 'doors ARM +trade:RUS +borders:USA', POOR], then: [] },
    { name: 'shuts the door that was promised shut', given: ['pact p statement public: ARM to RUS welcome borders USA not @1-4', 'doors ARM +borders:USA', POOR], then: ['ordered ARM unwelcome borders USA'] },
    { name: 'strengthens the weakest area with what could not be kept', given: ['track ARM capital 5', 'shares ARM energy own 5 RUS 95'], then: ['ARM harden energy'] },
    { name: 'and keeps the rest', given: [POOR], then: [] },
    { name: 'not where it was promised not to', given: ['track ARM capital 5', 'shares ARM energy own 5 RUS 95', 'pact p statement public: ARM to RUS refrain harden energy @1-4'], then: ['ARM harden transit'] },
    { name: 'keeps money back that falls due', given: ['pact p statement public: ARM to RUS pay 22 @1-1', 'pact q statement public: ARM to IRN do court transit IRN @1-2', 'track ARM treasury 24', POOR], then: [] },
    { name: 'follows what the person left behind', given: [POOR], left: ['ARM harden trade when gate alican closed', 'ARM harden energy when gate alican open'], then: ['ARM harden trade'] },
    { name: 'but no force', given: [POOR], left: ['ARM mobilise when absent'], then: [] },
    { name: 'nor what would break a promise', given: ['pact p statement public: ARM to RUS refrain harden energy @1-4', POOR], left: ['ARM harden energy when absent'], then: [] },
    { name: 'nothing of what one who conceded left', given: [POOR], left: ['ARM harden trade when absent'], sitter: { by: 'bot', bot: 'caretaker' }, then: [] },
  ];
  for (const row of rows)
    test(`AB3 it ${row.name}`, () => {
      expect(orders(row.given, bare, row.left, row.sitter)).toEqual(row.then);
    });

  test('AB3 it signs nothing, says no to nothing, proposes nothing and grants nothing', () => {
    const state = give(bare, give(bare, attended(), 'facilitator', { kind: 'seat', power: 'ARM', sitter: CARETAKER }).state, 'RUS', {
      kind: 'propose', expires: 1,
      draft: { title: 'A gift', parties: ['ARM', 'RUS'], visibility: 'public', form: 'statement', until: 3, notice: 1, clauses: [{ by: ['RUS'], to: ['ARM'], terms: { kind: 'pay', amount: 9, each: true }, from: 1, until: 3 }] },
    }).state;
    const acts = botActs(bare, viewFor(bare, state, 'ARM'), { bot: 'caretaker' }, LUCK);
    expect(acts.map((act) => act.kind)).toEqual(['submitOrders', 'setReady']);
    expect(acts[0]).toMatchObject({ orders: { concessions: [] } });
    expect(botActs(bare, viewFor(bare, give(bare, state, 'ARM', READY).state, 'ARM'), { bot: 'caretaker' }, LUCK)).toEqual([]);
  });
  test('AB3 it breaks nothing of what stands at the start, whoever it plays', () => {
    for (const { id } of quiet.powers) {
      let state = give(quiet, seated(quiet), 'facilitator', { kind: 'start' }).state;
      const set = caretakerSet(quiet, viewFor(quiet, state, id));
      state = give(quiet, state, id as PowerId, { kind: 'submitOrders', orders: set }).state;
      for (let i = 0; i < 2; i += 1) {
        const done = give(quiet, state, 'facilitator', { kind: 'advance' });
        state = done.state;
        const broken = done.events.filter((event) => event.kind === 'clauseJudged' && event.status === 'breached' && event.by.includes(id));
        expect(broken.map(formatEvent)).toEqual([]);
      }
    }
  });
  test('AB3 who holds no portfolio hardens nothing and keeps no doors', () => {
    const { ARM: _doors, ...doors } = bare.doors;
    const { ARM: _rows, ...portfolios } = bare.portfolios;
    expect(orders([], { ...bare, doors, portfolios })).toEqual([]);
    expect(setsFrom([])).toEqual({});
  });
});
