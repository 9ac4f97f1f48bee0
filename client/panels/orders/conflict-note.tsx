import type { Conflict } from '../../../shared/rules/preview.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { agreementTitle, clauseNumber, findAgreement } from '../../text/names.ts';
import { termsSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { useScenario, useStage, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';

/** "This breaches clause 2 of …". */
export const ConflictNote = ({ conflict }: { readonly conflict: Pick<Conflict, 'agreement' | 'clause'> }) => {
  const scenario = useScenario();
  const view = useView();
  const { select } = useIntents();
  const { open } = useStage();
  const agreement = findAgreement(scenario, view, conflict.agreement);
  const terms = agreement?.clauses.find((clause) => clause.id === conflict.clause)?.terms;
  return (
    <p className="conflict">
      <Figure of={figureKey('clause', conflict.agreement, conflict.clause)}>
        <b>
          <span aria-hidden="true">⚠ </span>
          {t('conflict', {
            clause: clauseNumber(agreement, conflict.clause),
            title: agreementTitle(scenario, view, conflict.agreement),
            terms: terms === undefined ? '' : termsSentence(terms, scenario),
          })}
        </b>
      </Figure>{' '}
      <Button
        kind="quiet"
        size="s"
        onPress={() => {
          select({ kind: 'agreement', id: conflict.agreement });
          open('dossier');
        }}
      >
        {t('conflict.open')}
      </Button>
    </p>
  );
};
