import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { Agreement } from '../../../shared/model/agreement.ts';
import type { ClauseKind } from '../../../shared/model/clause.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { t } from '../../text/match-text.ts';
import { actorName, agreementTitle, clauseNumber, findAgreement } from '../../text/names.ts';
import { clauseSentence } from '../../text/terms-sentence.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, PLAIN, partsOf, startOf, type Teller } from './story.ts';

export const measure: Teller = ([id = ''], scenario, view) => {
  const found = indexOf(scenario).measures.get(id);
  if (found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.measure', { measure: found.name }),
    value: t(`measure.${view.board.measures[id] ?? found.status}`),
    note: found.text === '' ? null : found.text,
    moves: movesOf(
      view,
      (event) => (event.kind === 'measureLifted' || event.kind === 'measureImposed') && event.measure === id,
    ),
    start: startOf(t(`measure.${found.status}`), undefined, found.source),
    thing: { kind: 'measure', id },
  };
};

/** How a clause stands: `breached` of before the match is priced in. */
export const clauseStatus = ({ status, priced }: { readonly status: string; readonly priced?: boolean }): string =>
  priced === true ? t('clause.priced') : t(`clause.${status as 'kept'}`);

/** How an agreement came to be, or to be known to this viewer. */
const isBorn = (event: GameEvent, id: string): boolean =>
  (event.kind === 'agreementConcluded' && event.agreement.id === id) ||
  ((event.kind === 'agreementExposed' || event.kind === 'agreementShown') && event.agreement === id) ||
  (event.kind === 'spied' && event.learned?.agreement === id);

const isMoved = (event: GameEvent, id: string): boolean =>
  (event.kind === 'agreementMoved' || event.kind === 'noticeGiven') && event.agreement === id;

export const agreement: Teller = ([id = ''], scenario, view) => {
  const found = view.agreements.find((one) => one.id === id);
  if (found === undefined) return null;
  const stood = scenario.agreements.find((one) => one.id === id);
  return {
    title: t('figure.agreement', { title: agreementTitle(scenario, view, found) }),
    value: t(`agreement.${found.status}`),
    note: found.note ?? null,
    parts: found.clauses.map((clause, i) => ({
      key: figureKey('clause', id, clause.id),
      label: t('clause.number', { clause: i + 1 }),
      value: clauseStatus(clause),
    })),
    moves: movesOf(view, (event) => isBorn(event, id) || isMoved(event, id)),
    start: stood === undefined ? null : startOf(t(`agreement.${stood.status}`), stood.note, stood.source),
    thing: { kind: 'agreement', id },
  };
};

/** What in agreements in force everybody may read: nothing else moves a score that everybody may read. */
const publicOf = (view: SeatView): readonly Agreement[] =>
  view.agreements.filter((one) => one.status === 'inForce' && one.visibility === 'public');

const isThere = (found: readonly Agreement[]): string =>
  t(found.length > 0 ? 'figure.promised.yes' : 'figure.promised.no');

/** Has one promised another something of this kind? */
export const promised: Teller = ([kind = '', by = '', to = ''], scenario, view, tell) => {
  const name = kind as ClauseKind;
  const speaks = (agreement: Agreement): boolean =>
    agreement.clauses.some((one) => one.terms.kind === name && one.by.includes(by) && one.to.includes(to));
  const found = publicOf(view).filter(speaks);
  const ever = new Set(view.agreements.filter(speaks).map((one) => one.id));
  return {
    ...PLAIN,
    title: t('figure.promised', {
      by: actorName(scenario, by),
      to: actorName(scenario, to),
      kind: t(`kind.${name}`),
    }),
    value: isThere(found),
    note: t('figure.promised.note'),
    parts: partsOf(
      found.map((one) => figureKey('agreement', one.id)),
      tell,
    ),
    moves: movesOf(view, (event) => [...ever].some((id) => isBorn(event, id) || isMoved(event, id))),
    start: startOf(isThere(scenario.agreements.filter((one) => one.status === 'inForce' && speaks(one)))),
  };
};

/** How many agreements two have signed in the match. */
export const pacts: Teller = ([one = '', other = ''], scenario, view, tell) => {
  const signed = view.agreements.filter(
    ({ origin, parties, visibility }) =>
      origin === 'negotiated' && visibility === 'public' && parties.includes(one) && parties.includes(other),
  );
  const found = signed.filter(({ status }) => status === 'inForce');
  return {
    ...PLAIN,
    title: t('figure.pacts', { one: actorName(scenario, one), other: actorName(scenario, other) }),
    value: String(found.length),
    note: t('figure.promised.note'),
    parts: partsOf(
      found.map(({ id }) => figureKey('agreement', id)),
      tell,
    ),
    moves: movesOf(view, (event) => signed.some(({ id }) => isBorn(event, id) || isMoved(event, id))),
    start: startOf(0),
  };
};

export const clause: Teller = ([id = '', which = ''], scenario, view) => {
  const found = view.agreements.find((one) => one.id === id);
  const mine = found?.clauses.find((one) => one.id === which);
  if (found === undefined || mine === undefined) return null;
  const stood = findAgreement(scenario, null, id)?.clauses.find((one) => one.id === which);
  return {
    ...PLAIN,
    title: t('figure.clause', { title: agreementTitle(scenario, view, found), clause: clauseNumber(found, which) }),
    value: clauseStatus(mine),
    note: clauseSentence(mine, scenario, view),
    moves: movesOf(
      view,
      (event) =>
        ((event.kind === 'clauseJudged' || event.kind === 'clauseAdvanced' || event.kind === 'consented') &&
          event.agreement === id &&
          event.clause === which) ||
        isBorn(event, id),
    ),
    start: stood === undefined ? null : startOf(clauseStatus(stood), found.note, found.source),
    thing: { kind: 'agreement', id },
  };
};
