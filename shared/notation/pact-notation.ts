import { AGREEMENT_STATUSES, type Agreement } from '../model/agreement.ts';
import { CLAUSE_STATUSES, type Clause } from '../model/clause.ts';
import { formatClause, readClause, readClauses } from './clause-notation.ts';
import { takeName } from './field-notation.ts';
import { quoted, type Reader, unquoted } from './words.ts';

const FORMS = ['statement', 'treaty'] as const;
const VISIBILITIES = ['public', 'secret'] as const;
const ORIGINS = ['standing', 'negotiated', 'conceded'] as const;

const actors = (reader: Reader, expected: string): readonly string[] => takeName(reader, expected).split('+');
const turn = (reader: Reader): number => reader.whole('a turn', 0, 1_000);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What has become of a clause: `[breached by RUS evidence 2.14]`, `[priced]`, `[done RUS able RUS+ARM id c4]`. */
const readFate = (reader: Reader, clause: Writable<Clause>): void => {
  while (!reader.takeIf(']')) {
    const status = CLAUSE_STATUSES.find((word) => reader.peek() === word);
    if (status !== undefined) clause.status = reader.takeOne([status], 'a status');
    else if (reader.takeIf('priced')) clause.priced = true;
    else if (reader.takeIf('by')) clause.breachedBy = actors(reader, 'who broke it');
    else if (reader.takeIf('done')) clause.done = actors(reader, 'who has done it');
    else if (reader.takeIf('able')) clause.able = actors(reader, 'who was able');
    else if (reader.takeIf('evidence')) clause.evidence = takeName(reader, 'an event');
    else if (reader.takeIf('span')) clause.spanFrom = turn(reader);
    else if (reader.takeIf('id')) clause.id = takeName(reader, 'a name');
    else reader.fail('what has become of the clause');
  }
};

const readStanding = (reader: Reader): Clause => {
  const draft = readClause(reader);
  const clause: Writable<Clause> = {
    ...draft,
    id: '',
    status: 'pending',
    done: [],
    able: [],
    evidence: null,
    breachedBy: [],
  };
  if (reader.takeIf('[')) readFate(reader, clause);
  return clause;
};

const formatFate = (clause: Clause, count: number): string => {
  const words = [
    ...(clause.status === 'pending' ? [] : [clause.status]),
    ...(clause.priced === true ? ['priced'] : []),
    ...(clause.breachedBy.length === 0 ? [] : ['by', clause.breachedBy.join('+')]),
    ...(clause.done.length === 0 ? [] : ['done', clause.done.join('+')]),
    ...(clause.able.length === 0 ? [] : ['able', clause.able.join('+')]),
    ...(clause.evidence === null ? [] : ['evidence', clause.evidence]),
    ...(clause.spanFrom === undefined ? [] : ['span', `${clause.spanFrom}`]),
    ...(clause.id === `c${count}` ? [] : ['id', clause.id]),
  ];
  return words.length === 0 ? '' : ` [${words.join(' ')}]`;
};

const readLeaving = (reader: Reader): Agreement['leaving'] => {
  const power = takeName(reader, 'a power');
  return { [power]: turn(reader) };
};

/** What stands between the visibility and the colon, one thing after the other. */
const readHead = (reader: Reader, one: Writable<Agreement>): void => {
  if (reader.takeIf('parties')) one.parties = actors(reader, 'the parties');
  else if (reader.takeIf('from')) one.from = turn(reader);
  else if (reader.takeIf('until')) one.until = turn(reader);
  else if (reader.takeIf('notice')) one.notice = turn(reader);
  else if (reader.takeIf('leaving')) one.leaving = { ...one.leaving, ...readLeaving(reader) };
  else if (reader.takeIf('consents')) one.consents = actors(reader, 'who consents');
  else if (reader.takeIf('shown')) one.shownTo = actors(reader, 'to whom it was shown');
  else if (reader.takeIf('background')) one.background = true;
  else if (reader.takeIf('title')) one.title = unquoted(reader.take('a title'));
  else readRest(reader, one);
};

const readRest = (reader: Reader, one: Writable<Agreement>): void => {
  const status = AGREEMENT_STATUSES.find((word) => reader.peek() === word);
  const origin = ORIGINS.find((word) => reader.peek() === word);
  if (status !== undefined) {
    one.status = reader.takeOne([status], 'a status');
    if (reader.takeIf('by')) one.suspendedBy = takeName(reader, 'who suspended it');
  } else if (origin !== undefined) one.origin = reader.takeOne([origin], 'an origin');
  else {
    reader.takeIf('duress');
    one.underDuress = actors(reader, 'who signed in crisis');
  }
};

const partiesOf = (clauses: readonly Clause[]): readonly string[] =>
  [...new Set(clauses.flatMap((clause) => [...clause.by, ...clause.to]))].sort();

/**
 * `ID statement public: RUS to ARM refrain squeeze energy ARM @1-2; …`, before the colon whatever differs
 * from a fresh agreement: `suspended by ARM`, `parties A+B`, `until 12`, `duress ARM`, `leaving ARM 5`…
 */
export const readPact = (reader: Reader, known: Agreement | undefined): Agreement => {
  const id = takeName(reader, 'the name of an agreement');
  const one: Writable<Agreement> = {
    id,
    title: id,
    parties: [],
    form: reader.takeOne(FORMS, 'a form'),
    visibility: reader.takeOne(VISIBILITIES, 'a visibility'),
    status: 'inForce',
    from: 1,
    until: null,
    notice: 1,
    leaving: {},
    consents: [],
    underDuress: [],
    clauses: [],
    shownTo: [],
    origin: 'negotiated',
  };
  while (!reader.takeIf(':')) readHead(reader, one);
  const clauses = reader.peek() === undefined ? [] : readClauses(reader, readStanding);
  one.clauses = clauses.map((clause, i) => ({ ...clause, id: clause.id === '' ? `c${i + 1}` : clause.id }));
  if (one.parties.length === 0) one.parties = partiesOf(one.clauses);
  if (known?.source !== undefined) one.source = known.source;
  if (known?.note !== undefined) one.note = known.note;
  return one;
};

export const formatPact = (one: Agreement): string => {
  const derived = partiesOf(one.clauses);
  const words = [
    ...[one.id, one.form, one.visibility],
    ...(one.parties.join('+') === derived.join('+') ? [] : ['parties', one.parties.join('+')]),
    ...(one.status === 'inForce' ? [] : [one.status]),
    ...(one.suspendedBy === undefined ? [] : ['by', one.suspendedBy]),
    ...(one.origin === 'negotiated' ? [] : [one.origin]),
    ...(one.from === 1 ? [] : ['from', `${one.from}`]),
    ...(one.until === null ? [] : ['until', `${one.until}`]),
    ...(one.notice === 1 ? [] : ['notice', `${one.notice}`]),
    ...Object.entries(one.leaving).flatMap(([power, from]) => ['leaving', power, `${from}`]),
    ...(one.consents.length === 0 ? [] : ['consents', one.consents.join('+')]),
    ...(one.underDuress.length === 0 ? [] : ['duress', one.underDuress.join('+')]),
    ...(one.shownTo.length === 0 ? [] : ['shown', one.shownTo.join('+')]),
    ...(one.background === true ? ['background'] : []),
    ...(one.title === one.id ? [] : ['title', quoted(one.title)]),
  ];
  return `${words.join(' ')}: ${one.clauses.map((clause, i) => `${formatClause(clause)}${formatFate(clause, i + 1)}`).join('; ')}`.trimEnd();
};
