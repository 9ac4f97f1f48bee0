import type { Owed } from '../../../shared/rules/preview.ts';
import { t } from '../../text/match-text.ts';
import { actorNames, agreementTitle, clauseNumber, findAgreement, quarterName } from '../../text/names.ts';
import { sentenceCase, termsSentence } from '../../text/terms-sentence.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';

/** Promises of mine that still wait for a deed, soonest first. */
export const OwedPart = ({ owed }: { readonly owed: readonly Owed[] }) => {
  const scenario = useScenario();
  const view = useView();
  if (owed.length === 0) return null;
  const sorted = owed.toSorted((a, b) => (a.due ?? 999) - (b.due ?? 999));
  return (
    <div className="panel-part">
      <h3>{t('owed.title')}</h3>
      <ul className="panel-list">
        {sorted.map((one) => {
          const agreement = findAgreement(scenario, view, one.agreement);
          const clause = agreement?.clauses.find((each) => each.id === one.clause);
          if (clause === undefined) return null;
          const now = one.due !== null && one.due <= view.board.turn;
          return (
            <li key={`${one.agreement}/${one.clause}`} className="owed" data-now={now || undefined}>
              <Figure of={figureKey('clause', one.agreement, one.clause)}>
                <b>{sentenceCase(termsSentence(clause.terms, scenario))}</b>
              </Figure>{' '}
              <span className="soft">
                {t('owed.to', {
                  to: actorNames(scenario, clause.to),
                  clause: clauseNumber(agreement, one.clause),
                  title: agreementTitle(scenario, view, one.agreement),
                })}{' '}
              </span>
              <span className="owed-due">
                {one.due === null
                  ? t('owed.always')
                  : now
                    ? t('owed.now')
                    : t('owed.due', { quarter: quarterName(scenario, one.due) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
