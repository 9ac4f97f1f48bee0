import type { Clause } from '../../../shared/model/clause.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { agreementTitle } from '../../text/names.ts';
import { clauseSentence, sentenceCase } from '../../text/terms-sentence.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { clauseStatus } from '../why/story-papers.ts';
import { Part } from './dossier-parts.tsx';

/** Clauses that speak of a thing, in agreements that stand, each with how it stands. */
export const PromisesAbout = ({ about }: { readonly about: (clause: Clause) => boolean }) => {
  const scenario = useScenario();
  const view = useView();
  const { select } = useIntents();
  const found = view.agreements
    .filter((agreement) => agreement.status === 'inForce' || agreement.status === 'suspended')
    .flatMap((agreement) => agreement.clauses.filter(about).map((clause) => ({ agreement, clause })));
  if (found.length === 0) return null;
  return (
    <Part title={t('dossier.promises')}>
      <ul className="panel-list">
        {found.map(({ agreement, clause }) => (
          <li key={`${agreement.id}/${clause.id}`} className="promise-line">
            <span>{sentenceCase(clauseSentence(clause, scenario, view))}</span>
            <span className="small">
              <button
                type="button"
                className="link-button"
                onClick={() => select({ kind: 'agreement', id: agreement.id })}
              >
                {agreementTitle(scenario, view, agreement)}
              </button>{' '}
              <Figure of={figureKey('clause', agreement.id, clause.id)}>{clauseStatus(clause)}</Figure>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
};
