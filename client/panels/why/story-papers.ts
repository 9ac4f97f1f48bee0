import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import { t } from '../../text/match-text.ts';
import { agreementTitle, clauseNumber, findAgreement } from '../../text/names.ts';
import { clauseSentence } from '../../text/terms-sentence.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, PLAIN, startOf, type Teller } from './story.ts';

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
    moves: movesOf(
      view,
      (event) =>
        isBorn(event, id) ||
        ((event.kind === 'agreementMoved' || event.kind === 'noticeGiven') && event.agreement === id),
    ),
    start: stood === undefined ? null : startOf(t(`agreement.${stood.status}`), stood.note, stood.source),
    thing: { kind: 'agreement', id },
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
