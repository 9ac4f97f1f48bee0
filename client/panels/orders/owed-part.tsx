import { Fragment } from 'react';
import type { Owed } from '../../../shared/rules/preview.ts';
import { t } from '../../text/match-text.ts';
import { actorNames, agreementTitle, clauseNumber, findAgreement, quarterName } from '../../text/names.ts';
import { sentenceCase, termsSentence } from '../../text/terms-sentence.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';

const NEVER = 999;

/** Promises of mine that still wait for a deed, soonest first; what one deed keeps stands together. */
export const OwedPart = ({ owed }: { readonly owed: readonly Owed[] }) => {
  const scenario = useScenario();
  const view = useView();
  if (owed.length === 0) return null;
  const told = owed.flatMap((one) => {
    const agreement = findAgreement(scenario, view, one.agreement);
    const clause = agreement?.clauses.find((each) => each.id === one.clause);
    if (clause === undefined) return [];
    const to = t('owed.to', {
      to: actorNames(scenario, clause.to),
      clause: clauseNumber(agreement, one.clause),
      title: agreementTitle(scenario, view, one.agreement),
    });
    return [{ ...one, to, deed: sentenceCase(termsSentence(clause.terms, scenario)) }];
  });
  const deeds = [...new Set(told.map((one) => one.deed))]
    .map((deed) => ({ deed, list: told.filter((one) => one.deed === deed) }))
    .map(({ deed, list }) => ({ deed, list, due: Math.min(...list.map((one) => one.due ?? NEVER)) }))
    .toSorted((a, b) => a.due - b.due);
  return (
    <div className="panel-part">
      <h3>{t('owed.title')}</h3>
      <ul className="panel-list">
        {deeds.map(({ deed, list, due }) => {
          const now = due <= view.board.turn;
          return (
            <li key={deed} className="owed" data-now={now || undefined}>
              {list.map((one, i) => (
                <Fragment key={`${one.agreement}/${one.clause}`}>
                  <Figure of={figureKey('clause', one.agreement, one.clause)}>
                    {i === 0 ? <b>{deed}</b> : t('owed.also')}
                  </Figure>{' '}
                  <span className="soft">{one.to} </span>
                </Fragment>
              ))}
              <span className="owed-due">
                {due === NEVER
                  ? t('owed.always')
                  : now
                    ? t('owed.now')
                    : t('owed.due', { quarter: quarterName(scenario, due) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
