import { describe, expect, test } from 'vitest';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import { CLAUSE_KINDS, type ClauseDraft, type ClauseTerms } from '../../shared/model/clause.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { parseClause, parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { refuseClause } from '../../shared/rules/clause-rules.ts';
import { concededClause } from '../../shared/rules/demands.ts';
import { legalClauseTerms, legalDemands } from '../../shared/rules/legal-orders.ts';
import { outsidersOf } from '../../shared/rules/promise-terms.ts';
import { breachExamples, clashesOf, warningsFor } from '../../shared/rules/warnings.ts';
import { smallestChange } from '../../shared/view/smallest-change.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { book } from '../support/book-numbers.ts';
import { bare, give, place, quiet, refusedWith, seated, setsFrom } from '../support/given.ts';

const begun = (scenario = quiet, given: readonly string[] = []): MatchState => {
  const state = seated(scenario);
  return give(scenario, { ...state, board: given.reduce(place, state.board) }, 'facilitator', { kind: 'start' }).state;
};

const clauseFrom = (line: string): ClauseDraft => {
  const read = parseClause(line);
  if (!read.ok) throw new Error(`${line}: ${read.why}`);
  return read.value;
};
const termsFrom = (line: string): ClauseTerms => {
  const read = parseTerms(line);
  if (!read.ok) throw new Error(`${line}: ${read.why}`);
  return read.value;
};

const draftOf = (lines: readonly string[], more: Partial<AgreementDraft> = {}): AgreementDraft => {
  const clauses = lines.map(clauseFrom);
  const parties = [...new Set(clauses.flatMap((one) => [...one.by, ...one.to]))].sort();
  return { title: 'A draft', parties, visibility: 'public', form: 'statement', until: null, notice: 1, clauses, ...more };
};

/** Which word refuses this draft, put by its first party who plays; null if it may be put. */
const refusedDraft = (lines: readonly string[], given: readonly string[] = [], by?: PowerId, more: Partial<AgreementDraft> = {}): string | null => {
  const draft = draftOf(lines, more);
  const author = by ?? draft.parties.find((party) => indexOf(quiet).isPower.has(party)) ?? '';
  const refused = refusedWith(quiet, begun(quiet, given), author, { kind: 'propose', draft, expires: 1 });
  return refused === null ? null : String(refused.because.why ?? refused.code);
};

describe('AG11 what may be put into a draft', () => {
  test.each([
    ['ARM to USA do court borders USA @1-4', null],
    ['ARM to USA do court borders USA @1-', 'open-do'],
    ['ARM to USA do court borders USA @1- every 2', null],
    ['ARM to USA recognise USA @1-', 'open-do'],
    ['ARM to USA refrain court USA @1- every 2', 'every'],
    ['ARM to USA do court borders ARM @1-4', 'host'],
    ['ARM to USA do court borders CHN @1-4', 'host'],
    ['ARM to USA do squeeze GEO @1-4', 'host'],
    ['ARM to USA refrain harden politics @1-4', null],
    ['ARM to USA refrain force AZE @1-4', null],
    ['ARM to USA do setGate alican open @1-4', 'gate'],
    ['ARM to USA do setGate margara open @1-4', null],
    ['ARM to USA refrain blockade TUR alican @1-4', null],
    ['ARM to USA do mediate nowhere @1-4', 'front'],
    ['ARM to USA do sponsor third-line @1-4', 'project'],
    ['ARM to USA do award third-line IRN @1-4', null],
    ['ARM to USA do award third-line USA @1-4', 'sponsor'],
    ['USA to ARM do award third-line IRN @1-4', 'project'],
    ['IRN to ARM do sponsor third-line @1-4', null],
    ['ARM to USA refrain award sponsor:CHN @1-4', null],
    ['ARM to USA do lift constitution @1-4', null],
    ['ARM to USA do lift caatsa @1-4', 'measure'],
    ['ARM to USA do recognise ARM @1-4', 'what'],
    ['ARM to USA do recognise tavush @1-4', null],
    ['ARM to USA welcome energy ARM @1-4', 'supplier'],
    ['ARM+USA to ARM+USA welcome energy RUS @1-4', 'supplier'],
    ['ARM to USA gate nowhere open @1-4', 'gate'],
    ['ARM to TUR gate alican open @1-4', 'owner'],
    ['RUS to ARM guard margara ARM @1-4', null],
    ['RUS to ARM guard meghri-gas ARM+ARM @1-4', 'guard'],
    ['USA to ARM guard margara ARM @1-4', 'owner'],
    ['ARM+AZE to ARM+AZE regime syunik-route monitored @1-4', null],
    ['ARM to AZE regime syunik-route monitored @1-4', 'owners'],
    ['ARM+AZE to ARM+AZE regime iran-gas monitored @1-4', 'route'],
    ['ARM to USA host mission-cbp USA @1-4', null],
    ['ARM to USA host mission USA @1-4', null],
    ['ARM+AZE to USA host mission USA @1-4', 'site'],
    ['ARM to USA host nowhere USA @1-4', 'site'],
    ['AZE to USA host base USA @1-4', 'site'],
    ['ARM to USA host mission outsiders @1-4', 'operator'],
    ['ARM to USA host base ARM not @1-4', 'operator'],
    ['ARM to USA host base outsiders not @1-4', null],
    ['RUS to ARM supply energy friend @1-4', null],
    ['AZE to EUR supply energy friend @1-4', 'host'],
    ['USA to ARM guarantee AZE+TUR @1-4', null],
    ['USA to ARM guarantee ARM @1-4', 'against'],
    ['USA to ARM guarantee AZE+AZE @1-4', 'against'],
    ['EUR to ARM guarantee AZE @1-4', 'outsider'],
    ['ARM to USA recognise ARM @1-4', 'what'],
    ['ARM to USA recognise nowhere @1-4', 'what'],
    ['EUR to ARM recognise ARM @1-4', null],
    ['ARM to USA member eaeu left @1-4', null],
    ['USA to ARM member eaeu left @1-4', 'institution'],
    ['TUR to ARM member nato left @1-4', 'background'],
    ['ARM to USA disclose nothing @1-4', 'agreement'],
    ['ARM to USA disclose eaeu @1-4', 'agreement'],
    ['GEO to ARM gate sadakhlo open @1-4', null],
    ['ROW to ARM pay 2 @1-4', 'parties'],
    ['EUR to ARM do coup ARM @1-4', 'outsider'],
  ])('%s: %s', (line, why) => {
    expect(refusedDraft([line])).toBe(why);
  });

  test.each([
    ['a secret of one’s own may be handed over', 'ARM', null],
    ['not one that the author does not know of', 'USA', 'agreement'],
  ])('AG16 %s', (_name, by, why) => {
    const given = ['pact s statement secret: ARM to IRN pay 1 each @1-9'];
    expect(refusedDraft(['ARM to USA disclose s @1-4'], given, by)).toBe(why);
  });

  test('AG16 nor one that its holder does not have', () => {
    expect(refusedDraft(['USA to ARM disclose s @1-4'], ['pact s statement secret: ARM to IRN pay 1 each @1-9'], 'ARM')).toBe('agreement');
  });

  test.each<[string, Partial<ClauseDraft>, string]>([
    ['nothing at all each turn', { terms: { kind: 'pay', amount: 0, each: true } }, 'amount'],
    ['half of a coin', { terms: { kind: 'pay', amount: 1.5, each: true } }, 'amount'],
    ['more than there is', { terms: { kind: 'pay', amount: 100, each: true } }, 'amount'],
    ['a deed every no turns', { terms: termsFrom('do harden trade'), every: 0 }, 'every'],
    ['a guarantee against nobody', { terms: { kind: 'guarantee', against: [] } }, 'against'],
    ['the same obligor twice', { by: ['ARM', 'ARM'] }, 'party'],
  ])('AG11 not %s', (_name, more, why) => {
    expect(refusedDraft([], [], 'ARM', { parties: ['ARM', 'USA'], clauses: [{ ...clauseFrom('ARM to USA pay 2 @1-4'), ...more }] })).toBe(why);
  });

  test('AG11 an act of policy is what a non-player can promise', () => {
    const draft = draftOf(['EUR to ARM do mediate syunik @1-4']);
    expect(refusedWith(book, begun(book), 'ARM', { kind: 'propose', draft, expires: 1 })).toBeNull();
  });

  test.each([
    ['a clause of strangers', { clauses: [clauseFrom('RUS to AZE pay 2 @1-4')] }, 'party'],
    ['a promise to nobody', { clauses: [clauseFrom('ARM to ARM pay 2 @1-4')] }, 'obligee'],
    ['the past', { clauses: [clauseFrom('ARM to USA pay 2 @0-0')] }, 'window'],
    ['what a later clause would decide', { clauses: [clauseFrom('ARM to USA pay 2 @1-4 after c2')] }, 'depends'],
    ['the word of a stranger', { clauses: [clauseFrom('ARM to USA pay 2 @1-4 unless RUS')] }, 'consent'],
    ['a term that ends before a clause', { until: 2 }, 'term'],
    ['a term that is over', { until: 0 }, 'term'],
    ['no clause', { clauses: [] }, 'clauses'],
    ['no title', { title: ' ' }, 'title'],
    ['one party', { parties: ['ARM'] }, 'parties'],
    ['the same party twice', { parties: ['ARM', 'ARM', 'USA'] }, 'parties'],
  ])('AG11 not %s', (_name, more: Partial<AgreementDraft>, why) => {
    expect(refusedDraft(['ARM to USA pay 2 @1-4'], [], 'ARM', more)).toBe(why);
  });
});

describe('AG17 notice, suspension, resumption', () => {
  const move = (kind: 'giveNotice' | 'suspend' | 'resume', agreement: string, by: PowerId, given: readonly string[] = []) =>
    refusedWith(quiet, begun(quiet, given), by, { kind, agreement })?.because.status ?? null;
  const BROKEN = 'pact p treaty public standing: RUS to ARM refrain squeeze energy ARM @1- [breached by RUS]';
  test.each([
    ['what is background cannot be left', move('giveNotice', 'nato', 'USA'), 'background'],
    ['nor suspended', move('suspend', 'nato', 'USA'), 'background'],
    ['notice is given once', move('giveNotice', 'p', 'RUS', [BROKEN.replace('standing:', 'standing leaving RUS 3:')]), 'leaving'],
    ['anybody may give notice', move('giveNotice', 'eaeu', 'ARM'), null],
    ['suspension answers another’s breach', move('suspend', 'p', 'ARM', [BROKEN]), null],
    ['not one’s own', move('suspend', 'p', 'RUS', [BROKEN]), 'unbroken'],
    ['and only once', move('suspend', 'csto', 'RUS'), 'suspended'],
    ['who suspended it may resume it', move('resume', 'csto', 'ARM'), null],
    ['the other may not', move('resume', 'csto', 'RUS'), 'suspendedByOther'],
    ['anybody may, if nobody is named', move('resume', 'minsk-group', 'AZE'), null],
    ['what is in force need not be resumed', move('resume', 'eaeu', 'ARM'), 'inForce'],
    ['what is over cannot be', move('resume', 'p', 'ARM', [BROKEN.replace('standing:', 'standing ended:')]), 'ended'],
  ])('%s', (_name, found, status) => {
    expect(found).toBe(status);
  });

  test('what was suspended at the start revives when it is resumed: its guarantee is owed again, its dues are paid', () => {
    let state = give(quiet, begun(), 'ARM', { kind: 'resume', agreement: 'csto' }).state;
    expect(state.board.agreements.csto).toMatchObject({ status: 'inForce' });
    expect(state.board.agreements.csto?.suspendedBy).toBeUndefined();
    state = give(quiet, state, 'facilitator', { kind: 'advance' }).state;
    const happened = give(quiet, state, 'facilitator', { kind: 'advance' }).events.map(formatEvent);
    expect(happened).toContain('paid ARM RUS 1');
    expect(happened).toContain('judged csto.c3 pending by ARM');
  });

  test('who suspends is named, so that nobody else resumes', () => {
    const state = give(quiet, begun(quiet, [BROKEN]), 'ARM', { kind: 'suspend', agreement: 'p' }).state;
    expect(state.board.agreements.p).toMatchObject({ status: 'suspended', suspendedBy: 'ARM' });
    expect(refusedWith(quiet, state, 'RUS', { kind: 'resume', agreement: 'p' })?.because.status).toBe('suspendedByOther');
  });
});

describe('AG8 warnings of a draft', () => {
  const clashes = (lines: readonly string[], given: readonly string[] = [], viewer: PowerId = 'TUR') =>
    clashesOf(bare, viewFor(bare, begun(bare, given), viewer), draftOf(lines)).map(
      ({ clause, power, against, why }) =>
        `${power} ${why} ${clause + 1} ${'draft' in against ? against.draft + 1 : `${against.agreement}.${against.clause}`}`,
    );
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['open and shut', ['TUR to ARM gate alican open @1-4'], ['pact p statement public: TUR to AZE gate alican closed @1-4'], ['TUR terms 1 p.c1']],
    ['not at different times', ['TUR to ARM gate alican open @5-6'], ['pact p statement public: TUR to AZE gate alican closed @1-4'], []],
    ['not what is over', ['TUR to ARM gate alican open @1-4'], ['pact p statement public ended: TUR to AZE gate alican closed @1-4'], []],
    ['not another’s promise', ['TUR to ARM gate alican open @1-4'], ['pact p statement public: ARM to AZE gate margara closed @1-4'], []],
    ['not a secret of others', ['ARM to TUR gate margara open @1-4'], ['pact p statement secret: ARM to AZE gate margara closed @1-4'], []],
    ['open and half open', ['TUR to ARM gate alican open @1-4', 'TUR to ARM gate alican restricted @1-4'], [], []],
    ['two guards', ['ARM to TUR guard margara ARM @1-4', 'ARM to TUR guard margara EUR @1-4'], [], ['ARM terms 2 1']],
    ['two regimes', ['ARM+TUR to ARM+TUR regime margara-road sovereign @1-4', 'ARM+TUR to ARM+TUR regime margara-road monitored @1-4'], [], ['ARM terms 2 1', 'TUR terms 2 1']],
    ['a regime and a gate do not', ['ARM+TUR to ARM+TUR regime margara-road sovereign @1-4', 'ARM to TUR gate margara closed @1-4', 'ARM to TUR guard margara ARM @1-4'], [], []],
    ['a deed and forbearing it', ['TUR to ARM do court trade ARM @1-4', 'TUR to ARM refrain influence ARM @1-4'], [], ['TUR terms 2 1']],
    ['not if there is time besides', ['TUR to ARM do court trade ARM @1-6', 'TUR to ARM refrain influence ARM @1-4'], [], []],
    ['a family asked for is more than a verb forborne', ['TUR to ARM do influence ARM @1-4', 'TUR to ARM refrain court ARM @1-4'], [], []],
    ['shutting what is to stay open', ['TUR to ARM do setGate alican closed @1-4', 'TUR to ARM gate alican restricted @1-4'], [], ['TUR terms 2 1']],
    ['a door open and not', ['TUR to ARM welcome trade ARM @1-4', 'TUR to ARM welcome trade ARM not @1-4'], [], ['TUR terms 2 1']],
    ['squeezing what is supplied', ['TUR to ARM supply energy market @1-4', 'TUR to ARM do squeeze energy ARM @1-4'], [], ['TUR terms 2 1']],
    ['a guarantee and no help', ['TUR to ARM guarantee IRN @1-4', 'TUR to ARM refrain deter @1-4'], [], ['TUR terms 2 1']],
    ['recognising and not', ['TUR to ARM recognise ARM @1-4', 'TUR to ARM refrain recognise ARM @1-4'], [], ['TUR terms 2 1']],
    ['in and out', ['TUR to ARM member third-country-2022 left @1-4', 'TUR to ARM member third-country-2022 joined @1-4'], [], ['TUR terms 2 1']],
    ['hosting whom one will not host', ['ARM to TUR host mission-cbp USA @1-4', 'ARM to TUR host mission outsiders not @1-4'], [], ['ARM terms 2 1']],
    ['and the other way round', ['ARM to TUR host mission USA not @1-4', 'ARM to TUR host mission-cbp USA @1-4'], [], ['ARM terms 2 1']],
    ['somebody else elsewhere', ['ARM to TUR host mission USA not @1-4', 'ARM to TUR host mission-cbp EUR @1-4', 'ARM to TUR host base RUS not @1-4'], [], []],
    ['two operators at one site', ['ARM to TUR host mission-cbp USA @1-4', 'ARM to TUR host mission-cbp EUR @1-4'], [], ['ARM terms 2 1']],
    ['two at sites of a kind have room', ['ARM to TUR host borderPost USA @1-4', 'ARM to TUR host borderPost EUR @1-4'], [], []],
    ['more welcomes than doors', ['TUR to ARM welcome trade ARM @1-4', 'TUR to ARM welcome energy ARM @1-4', 'TUR to ARM welcome transit ARM @1-4'], [], ['TUR doors 3 1', 'TUR doors 3 2']],
    ['counting those that stand', ['TUR to ARM welcome trade ARM @1-4'], ['pact p statement public: TUR to AZE welcome transit AZE @1-; TUR to AZE welcome energy RUS @1-'], ['TUR doors 1 p.c1', 'TUR doors 1 p.c2']],
    ['two are not too many', ['TUR to ARM welcome trade ARM @1-4', 'TUR to ARM welcome trade ARM @5-6', 'TUR to ARM welcome transit ARM @1-4'], [], []],
  ])('%s', (_name, lines, given, expected) => {
    expect(clashes(lines, given)).toEqual(expected);
  });
});

describe('worked examples of a breach', () => {
  const example = (line: string, viewer: PowerId = 'ARM', given: readonly string[] = [], form: Partial<AgreementDraft> = {}) =>
    breachExamples(quiet, viewFor(quiet, begun(quiet, given), viewer), clauseFrom(line), draftOf([line], form));
  test.each<[string, unknown]>([
    ['ARM to USA do court borders USA @1-4', { kind: 'undone', by: 4 }],
    ['ARM to USA do court borders USA @1- every 2', { kind: 'undone', by: 2 }],
    ['ARM to RUS refrain court trade USA @1-4', { kind: 'order', order: { verb: 'court', host: 'USA', area: 'trade' } }],
    ['RUS to ARM refrain squeeze energy ARM @1-4', { kind: 'pattern', order: { verb: 'squeeze', host: 'ARM', area: 'energy' } }],
    ['ARM to RUS refrain squeeze AZE @1-4', { kind: 'pattern', order: { verb: 'squeeze', host: 'AZE' } }],
    ['ARM to RUS pay 3 each @1-4', { kind: 'unpaid', amount: 3 }],
    ['ARM to RUS welcome trade RUS @1-4', { kind: 'doors', change: { kind: 'unwelcome', door: { area: 'trade', supplier: 'RUS' } } }],
    ['ARM to RUS welcome energy RUS @1-4', { kind: 'undone', by: 1 }],
    ['ARM to RUS welcome energy USA not @1-4', { kind: 'doors', change: { kind: 'welcome', door: { area: 'energy', supplier: 'USA' }, instead: { area: 'trade', supplier: 'RUS' } } }],
    ['ARM to IRN gate meghri-gas open @1-4', { kind: 'order', order: { verb: 'setGate', gate: 'meghri-gas', status: 'closed' } }],
    ['TUR to ARM gate alican open @1-4', { kind: 'undone', by: 1 }],
    ['ARM to IRN guard meghri-gas ARM @1-4', { kind: 'order', order: { verb: 'postGuard', gate: 'meghri-gas', guard: ['USA'] } }],
    ['RUS to ARM guard margara ARM @1-4', { kind: 'order', order: { verb: 'postGuard', gate: 'margara', guard: ['RUS'] } }],
    ['ARM to RUS host line-turkey RUS @1-4', { kind: 'order', order: { verb: 'harden', area: 'borders' } }],
    ['ARM to RUS host mission outsiders not @1-4', { kind: 'contrary' }],
    ['ARM+AZE to ARM+AZE regime syunik-route sovereign @1-4', { kind: 'contrary' }],
    ['RUS to ARM supply energy friend @1-4', { kind: 'pattern', order: { verb: 'squeeze', area: 'energy', host: 'ARM' } }],
    ['USA to ARM guarantee AZE @1-4', { kind: 'undeterred', attacker: 'AZE', host: 'ARM' }],
    ['ARM to AZE recognise AZE @1-4', { kind: 'undone', by: 4 }],
    ['ARM to USA member eaeu left @1-4', { kind: 'stayed', institution: 'eaeu' }],
    ['ARM to RUS member eaeu joined @1-4', { kind: 'left', institution: 'eaeu' }],
  ])('%s', (line, breach) => {
    expect(example(line)[0]?.breach).toEqual(breach);
  });

  test('what is handed over by itself cannot be broken', () => {
    expect(example('ARM to USA disclose s @1-4')).toEqual([]);
  });
  test('a breach costs the word of who promised and wrongs whom it was owed to', () => {
    expect(example('RUS to ARM+EUR refrain squeeze energy ARM @1-4')[0]).toMatchObject({ by: 'RUS', credibility: 6, secret: false, grievances: ['ARM'], voids: [] });
  });
  test('a treaty costs more, half if signed in crisis', () => {
    expect(example('ARM to RUS pay 2 @1-4', 'ARM', ['track ARM stability 10'], { form: 'treaty', visibility: 'secret' })[0]).toMatchObject({ credibility: 6, secret: true });
    expect(example('ARM to RUS pay 2 @1-4', 'ARM', [], { form: 'treaty' })[0]).toMatchObject({ credibility: 12 });
  });
  test('who has no player has nothing to lose', () => {
    expect(example('EUR to ARM pay 2 @1-4')[0]).toMatchObject({ credibility: 0, grievances: [] });
  });
  test('each obligor has an example of its own, and what falls with it is named', () => {
    const draft = draftOf(['ARM+AZE to ARM+AZE refrain force @1-4', 'ARM to AZE pay 2 @1-4 after c1', 'AZE to ARM pay 1 @1-4 after c2']);
    const { examples, clashes } = warningsFor(quiet, viewFor(quiet, begun(), 'ARM'), draft);
    expect(examples[0]?.map(({ by, voids }) => [by, voids])).toEqual([['ARM', [1, 2]], ['AZE', [1, 2]]]);
    expect(clashes).toEqual([]);
  });
});

describe('what is offered at the desk', () => {
  const view = viewFor(book, begun(book), 'ARM');
  const PARTIES = [...indexOf(book).powers, ...outsidersOf(book)];

  test('every promise that is offered may be made to somebody', () => {
    const wrong = PARTIES.flatMap((by) =>
      legalClauseTerms(book, view, by).filter(
        (terms) =>
          !PARTIES.some((to) => {
            const by2 = terms.kind === 'gate' && 'regime' in terms ? [by, to] : [by];
            return to !== by && refuseClause(book, view.board, [by, to], { by: by2, to: [to], terms, from: 1, until: 3 }, []) === null;
          }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('all kinds are offered, few enough to be looked through', () => {
    const secret = place(begun(book).board, 'pact s statement secret: ARM to IRN pay 1 each @1-9');
    const terms = legalClauseTerms(book, viewFor(book, { ...begun(book), board: secret }, 'ARM'), 'ARM');
    expect([...new Set(terms.map((one) => one.kind))].sort()).toEqual([...CLAUSE_KINDS].sort());
    expect(terms.length).toBeLessThan(1_200);
    expect(legalClauseTerms(book, view, 'ARM')).toBe(legalClauseTerms(book, view, 'ARM'));
  });

  test('VB7 every demand that is offered may be made, and the list is short', () => {
    const state = begun(book, ['recognised AZE ARM', 'site mission-cbp USA 0', 'doors AZE none']);
    for (const power of indexOf(book).powers) {
      const mine = viewFor(book, state, power);
      for (const host of indexOf(book).powers.filter((one) => one !== power)) {
        const demands = legalDemands(book, mine, host);
        expect(demands.length).toBeLessThanOrEqual(35);
        expect(demands.filter((terms) => refuseClause(book, state.board, [host, power], concededClause(host, power, terms, 1), []) !== null)).toEqual([]);
      }
    }
  });

  test('VB7 there are demands of many kinds', () => {
    const kinds = new Set(legalDemands(book, viewFor(book, begun(book), 'AZE'), 'ARM').map((one) => one.kind));
    expect([...kinds].sort()).toEqual(['do', 'gate', 'guarantee', 'host', 'member', 'pay', 'recognise', 'refrain', 'welcome']);
    const more = legalDemands(book, viewFor(book, begun(book), 'TUR'), 'RUS').map((one) => one.kind);
    expect(more).toContain('supply');
    expect(legalDemands(book, viewFor(book, begun(book), 'ARM'), 'USA').map((one) => one.kind)).toContain('guarantee');
  });

  test.each<[string, number | null]>([
    ['pay 2', 2],
    ['pay 2 each', 4],
    ['do lift constitution', 3],
    ['recognise AZE', 3],
    ['disclose s', 2],
    ['welcome trade AZE', 4],
    ['host base outsiders not', 4],
  ])('VB7 what was granted binds for a while: %s until turn %i', (line, until) => {
    expect(concededClause('ARM', 'AZE', termsFrom(line), 1)).toMatchObject({ by: ['ARM'], to: ['AZE'], from: 2, until });
  });
});

describe('the smallest change that would have worked', () => {
  const changed = (given: readonly string[], lines: readonly string[], wanted: string) => {
    const [[power, set] = ['', undefined]] = Object.entries(setsFrom(lines));
    if (set === undefined) throw new Error('no orders');
    let state = begun(bare, given);
    const view = viewFor(bare, state, power);
    state = give(bare, state, power, { kind: 'submitOrders', orders: set }).state;
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const { events } = give(bare, state, 'facilitator', { kind: 'advance' });
    const failed = events.find((event) => formatEvent(event).startsWith(wanted));
    if (failed === undefined) throw new Error(`nothing began with ${wanted}: ${events.map(formatEvent).join('\n')}`);
    return smallestChange(bare, view, set, failed);
  };

  test('none for what worked', () => {
    expect(changed(['tension syunik 7'], ['USA mediate syunik'], 'mediated USA')).toBeNull();
  });
  test('none for what only others could have changed', () => {
    expect(changed(['project metsamor-new RUS 8'], ['RUS sponsor metsamor-new'], 'sponsored RUS')).toBeNull();
  });
  test('none for what is no order', () => {
    expect(changed(['tension syunik 7'], ['USA mediate syunik'], 'tension')).toBeNull();
  });
  const STRONG = ['tension syunik 7', 'track AZE readiness 5', 'track AZE capital 12', 'track AZE treasury 90', 'track ARM readiness 8'];
  test('what raises the odds most, where chance decided', () => {
    const shaken = ['shares ARM politics own 40 AZE 60', 'track ARM stability 30', 'doors ARM none'];
    const change = changed([...STRONG, ...shaken], ['AZE operate ARM syunik meghri-strip'], 'operated AZE');
    expect(change).toMatchObject({ added: [{ verb: 'destabilise', host: 'ARM' }], removed: [] });
  });
  test('none, where nothing would have raised them', () => {
    expect(changed([...STRONG, 'track AZE capital 4'], ['AZE operate ARM syunik meghri-strip'], 'operated AZE')).toBeNull();
  });
  test('one’s own order less, that stood in the way', () => {
    const change = changed([...STRONG, 'tension syunik 6'], ['AZE recognise syunik', 'AZE operate ARM syunik meghri-strip'], 'operated AZE');
    expect(change).toMatchObject({ added: [], removed: [{ verb: 'recognise', what: 'syunik' }] });
    expect(change?.set.orders).toHaveLength(1);
  });
  test('an order less, where they could not all be paid for', () => {
    const lines = ['USA court energy ARM', 'USA harden trade', 'USA mobilise'];
    const set = Object.values(setsFrom(lines))[0];
    if (set === undefined) throw new Error('no orders');
    let state = begun(bare, ['track USA capital 3']);
    state = give(bare, state, 'USA', { kind: 'submitOrders', orders: set }).state;
    state = give(bare, state, 'USA', { kind: 'propose', draft: draftOf(['USA to ARM pay 1 @1-1'], { form: 'treaty' }), expires: 1 }).state;
    const offer = Object.values(state.proposals).find((one) => one.draft.title === 'A draft')?.id ?? '';
    state = give(bare, state, 'ARM', { kind: 'sign', proposal: offer }).state;
    const view = viewFor(bare, state, 'USA');
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const lapsed = give(bare, state, 'facilitator', { kind: 'advance' }).events.find((event) => event.kind === 'orderLapsed');
    if (lapsed === undefined) throw new Error('nothing lapsed');
    expect(smallestChange(bare, view, set, lapsed)).toMatchObject({ added: [], removed: [{ verb: 'mobilise' }] });
    expect(smallestChange(bare, view, { ...set, orders: [] }, lapsed)).toBeNull();
  });
});
