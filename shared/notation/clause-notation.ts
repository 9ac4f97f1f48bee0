import type { ClauseDraft, ClauseTerms } from '../model/clause.ts';
import { CLAUSE_FORMS } from '../model/fields.ts';
import { takeName } from './field-notation.ts';
import { formatForm, readForm } from './form-notation.ts';
import { type Parsed, type Reader, reading } from './words.ts';

/**
 * What is promised: `welcome trade RUS [not]` · `pay 2 [each]` · `gate alican open` · `guard margara
 * ARM+EUR` · `regime syunik-route monitored` · `host base RUS [not]` · `supply energy friend` ·
 * `guarantee RUS+AZE` · `recognise tavush` · `member csto left` · `disclose secret-ARM-RUS#1` ·
 * `do court borders ARM` · `refrain force ARM`.
 */
export const readTerms = (reader: Reader): ClauseTerms => readForm(reader, CLAUSE_FORMS, 'a clause') as ClauseTerms;

export const parseTerms = (text: string): Parsed<ClauseTerms> => reading(text, readTerms);
export const formatTerms = (terms: ClauseTerms): string => formatForm(CLAUSE_FORMS, terms);

const isWindow = (word: string | undefined): word is string => /^@\d+-\d*$/u.test(word ?? '');

/** What may follow a clause: `@1-3` (turns, `@1-` without end), `every 2`, `after c1`, `unless AZE`. */
const readWindow = (reader: Reader): Pick<ClauseDraft, 'from' | 'until'> => {
  const word = reader.peek();
  if (!isWindow(word)) return reader.fail('a window of turns (@FROM-UNTIL)');
  reader.take('a window of turns (@FROM-UNTIL)');
  const [from, until] = word.slice(1).split('-');
  return { from: Number(from), until: until === '' ? null : Number(until) };
};

type Further = Pick<ClauseDraft, 'every' | 'dependsOn' | 'unlessConsentOf'>;
const readFurther = (reader: Reader): Further => {
  let further: Further = {};
  for (;;) {
    if (reader.takeIf('every')) further = { ...further, every: reader.whole('a number of turns', 1, 200) };
    else if (reader.takeIf('after')) further = { ...further, dependsOn: takeName(reader, 'a clause') };
    else if (reader.takeIf('unless')) further = { ...further, unlessConsentOf: takeName(reader, 'a power') };
    else return further;
  }
};

const readActors = (reader: Reader, expected: string): readonly string[] => takeName(reader, expected).split('+');

/** `RUS+ARM to ARM pay 2 each @1-3 every 2 after c1 unless AZE`; without a window it runs in turn 1. */
export const readClause = (reader: Reader): ClauseDraft => {
  const by = readActors(reader, 'who promises');
  reader.must('to');
  const to = readActors(reader, 'to whom');
  const words = reader.before((word) => word === ';' || word === '[' || word.startsWith('@'));
  const terms = readTerms(words);
  words.done();
  const window = reader.peek()?.startsWith('@') ? readWindow(reader) : { from: 1, until: 1 };
  return { by, to, terms, ...window, ...readFurther(reader) };
};

export const parseClause = (text: string): Parsed<ClauseDraft> => reading(text, readClause);

const formatFurther = ({ every, dependsOn, unlessConsentOf }: ClauseDraft): string =>
  [
    ...(every === undefined ? [] : [` every ${every}`]),
    ...(dependsOn === undefined ? [] : [` after ${dependsOn}`]),
    ...(unlessConsentOf === undefined ? [] : [` unless ${unlessConsentOf}`]),
  ].join('');

export const formatClause = (clause: ClauseDraft): string =>
  `${clause.by.join('+')} to ${clause.to.join('+')} ${formatTerms(clause.terms)} @${clause.from}-${clause.until ?? ''}${formatFurther(clause)}`;

/** Clauses (or orders) one after the other, with `;` between them. */
export const readClauses = <T>(reader: Reader, one: (reader: Reader) => T): readonly T[] => {
  const all: T[] = [];
  do {
    const part = reader.before((word) => word === ';');
    all.push(one(part));
    part.done();
  } while (reader.takeIf(';'));
  return all;
};
