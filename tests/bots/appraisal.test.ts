import { describe, expect, test } from 'vitest';
import { worthIfKept, worthToMe } from '../../shared/bots/negotiator/appraisal.ts';
import { giftsBetween } from '../../shared/bots/negotiator/bundles.ts';
import { campaignsOf } from '../../shared/bots/negotiator/campaign.ts';
import type { Mind } from '../../shared/bots/negotiator/mind.ts';
import { isSettled } from '../../shared/bots/negotiator/settled.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import { bare, give } from '../support/given.ts';
import { begun, mindIn } from '../support/minds.ts';

const minded = (power: string, ...given: string[]): Mind => mindIn(begun(given), power);
const promise = (by: string, to: string, terms: ClauseTerms): ClauseDraft => ({
  by: [by],
  to: [to],
  terms,
  from: 1,
  until: null,
});
const draftOf = (...clauses: readonly ClauseDraft[]): AgreementDraft => ({
  title: 'A text',
  parties: [...new Set(clauses.flatMap(({ by, to }) => [...by, ...to]))],
  visibility: 'public',
  form: 'statement',
  until: null,
  notice: 1,
  clauses,
});
/** More than any exchange brings. */
const RUIN = 1000;

describe('how far another is believed', () => {
  const trusted = (...given: string[]): number => minded('ARM', ...given).trust('IRN');

  test('goes by what is said of it, and by what it has broken', () => {
    expect(trusted('track IRN credibility 90')).toBeGreaterThan(trusted('track IRN credibility 20'));
    const pact = 'pact b statement public: IRN to RUS pay 2 @1-1';
    expect(trusted(`${pact} [breached by IRN evidence 1.1]`)).toBeLessThan(trusted(pact));
    const broken = ['b', 'c', 'd', 'e', 'f'].map(
      (id) => `${pact.replace(' b ', ` ${id} `)} [breached by IRN evidence 1.1]`,
    );
    expect(trusted(...broken)).toBe(10);
  });

  test('a promise is worth the less the less its giver is believed', () => {
    const gift = draftOf(promise('IRN', 'ARM', { kind: 'pay', amount: 10, each: false }));
    const worth = (credibility: number): number =>
      worthToMe(minded('ARM', `track IRN credibility ${credibility}`), gift);
    expect(worth(90)).toBeGreaterThan(worth(10));
    const own = draftOf(promise('ARM', 'IRN', { kind: 'pay', amount: 10, each: false }));
    const cost = (credibility: number): number => worthToMe(minded('ARM', `track IRN credibility ${credibility}`), own);
    expect(cost(90)).toBe(cost(10));
  });
});

describe('what cannot be kept is not promised', () => {
  const open = draftOf(promise('ARM', 'IRN', { kind: 'gate', gate: 'agarak', status: 'open' }));
  const shut = 'pact p statement public: ARM to RUS gate agarak closed @1-9';
  const GATE = 'gate agarak closed';

  test('beside what stands to the contrary', () => {
    const free = worthToMe(minded('ARM', GATE), open);
    expect(free - worthToMe(minded('ARM', GATE, shut), open)).toBeGreaterThan(RUIN);
    expect(free - worthToMe(minded('ARM', GATE, shut.replace('ARM to RUS', 'TUR to RUS')), open)).toBeLessThan(RUIN);
  });

  test('unless whoever must consent to it signs too', () => {
    const consenting = minded('ARM', GATE, `${shut.replace('ARM to RUS', 'ARM to RUS+IRN')} unless IRN`);
    expect(worthToMe(minded('ARM', GATE), open) - worthToMe(consenting, open)).toBeLessThan(RUIN);
  });

  test('beside what was offered in the same turn', () => {
    const mind = minded('ARM', GATE);
    const contrary = draftOf(promise('ARM', 'RUS', { kind: 'gate', gate: 'agarak', status: 'closed' }));
    expect(worthToMe(mind, open) - worthToMe(mind, open, [contrary])).toBeGreaterThan(RUIN);
    expect(worthToMe(mind, open, [open])).toBe(worthToMe(mind, open));
  });

  test('a second door in a turn', () => {
    const mind = minded('ARM', 'doors ARM none');
    const door = (supplier: string): AgreementDraft =>
      draftOf(promise('ARM', supplier, { kind: 'welcome', area: 'trade', supplier, open: true }));
    expect(worthToMe(mind, door('IRN')) - worthToMe(mind, door('IRN'), [door('RUS')])).toBeGreaterThan(RUIN);
    const stands = minded('ARM', 'doors ARM +trade:RUS');
    expect(worthToMe(stands, door('IRN')) - worthToMe(stands, door('IRN'), [door('RUS')])).toBeLessThan(RUIN);
  });

  test('more money than there is', () => {
    const paid = draftOf(promise('ARM', 'IRN', { kind: 'pay', amount: 9, each: true }));
    const worth = (treasury: number): number => worthToMe(minded('ARM', `track ARM treasury ${treasury}`), paid);
    expect(worth(90) - worth(3)).toBeGreaterThan(RUIN);
  });

  test('an opportunist minds less', () => {
    const state = begun([GATE, shut]);
    const [steadfast = 0, opportunist = 0] = (['steadfast', 'opportunist'] as const).map((temperament) =>
      worthToMe(mindIn(state, 'ARM', { temperament }), open),
    );
    expect(opportunist).toBeGreaterThan(steadfast + RUIN);
  });
});

test('who could win by force gives that up by a promise not to use it', () => {
  const mind = minded(
    'AZE',
    'tension tavush 8',
    'track AZE readiness 10',
    'track ARM readiness 0',
    'track ARM stability 10',
  );
  const hoped = campaignsOf(mind).reduce((sum, { host, worth }) => sum + (host === 'ARM' ? Math.max(0, worth) : 0), 0);
  const peace = draftOf(promise('AZE', 'ARM', { kind: 'refrain', order: { verb: 'force', host: 'ARM' } }));
  expect(hoped).toBeGreaterThan(0);
  expect(worthIfKept(mind, peace, 'AZE')).toBeLessThanOrEqual(-hoped);
  const elsewhere = draftOf(promise('AZE', 'ARM', { kind: 'refrain', order: { verb: 'covert', host: 'ARM' } }));
  expect(worthIfKept(mind, elsewhere, 'AZE')).toBeGreaterThan(-hoped);
});

describe('what is settled is not asked for again', () => {
  const DOOR: ClauseTerms = { kind: 'welcome', area: 'transit', supplier: 'ARM', open: true };
  const PAY: ClauseTerms = { kind: 'pay', amount: 4, each: false };
  const offered = (mind: Mind): boolean =>
    giftsBetween(mind, 'IRN', 'ARM').some(({ clause: { terms } }) => JSON.stringify(terms) === JSON.stringify(DOOR));
  const pact = (ended: string, becameOf: string): string =>
    `pact p statement public${ended}: IRN to ARM welcome transit ARM @1-9${becameOf}`;

  test('what is owed already', () => {
    expect(offered(minded('ARM'))).toBe(true);
    expect(offered(minded('ARM', pact('', '')))).toBe(false);
    expect(offered(minded('ARM', pact(' ended', '')))).toBe(true);
    expect(offered(minded('ARM', pact('', ' [kept]')))).toBe(true);
  });

  test('what lies on the table, and what was refused of late; a price may be named again', () => {
    const draft = draftOf(promise('IRN', 'ARM', DOOR), promise('ARM', 'IRN', PAY), promise('IRN', 'ARM', PAY));
    const proposed = give(bare, begun(), 'ARM', { kind: 'propose', draft, expires: 1 }).state;
    const [id = ''] = Object.keys(proposed.proposals);
    const refused = give(bare, proposed, 'IRN', { kind: 'decline', proposal: id }).state;
    const settled = (state: typeof proposed, giver: string, terms: ClauseTerms): boolean =>
      isSettled(mindIn(state, 'ARM'), giver, terms);
    expect([settled(proposed, 'IRN', DOOR), settled(refused, 'IRN', DOOR)]).toEqual([true, true]);
    expect([settled(proposed, 'ARM', PAY), settled(refused, 'ARM', PAY), settled(refused, 'IRN', PAY)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(settled(refused, 'RUS', DOOR)).toBe(false);
  });
});
