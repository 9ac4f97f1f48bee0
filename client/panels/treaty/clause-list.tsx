import type { ReactNode } from 'react';
import type { ClauseDraft } from '../../../shared/model/clause.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { clauseSentence } from '../../text/terms-sentence.ts';
import { Badge } from '../../ui/badge.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { meaningFor } from './drafting.ts';

type ClauseListProps = { readonly clauses: readonly ClauseDraft[]; readonly also?: (index: number) => ReactNode };

const TONES = { promise: 'warn', receive: 'good', both: 'warn', other: 'calm' } as const;

/** Clauses as people read them, each marked with what it is to me. */
export const ClauseList = ({ clauses, also }: ClauseListProps) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  return (
    <ol className="clause-list">
      {clauses.map((clause, index) => {
        const meaning = me === null ? null : meaningFor(clause, me);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its number
          <li key={index}>
            <div className="clause-row">
              <div className="clause-text">
                {clauseSentence(clause, scenario, view)}
                {clause.dependsOn === undefined ? null : (
                  <span className="soft">
                    ; {t('clause.depends', { clause: clause.dependsOn.replace(/\D/gu, '') })}
                  </span>
                )}
                {clause.unlessConsentOf === undefined ? null : (
                  <span className="soft">
                    ; {t('clause.consent', { power: actorName(scenario, clause.unlessConsentOf) })}
                  </span>
                )}{' '}
                {meaning === null ? null : <Badge tone={TONES[meaning]}>{t(`meaning.${meaning}`)}</Badge>}
              </div>
              {also?.(index)}
            </div>
          </li>
        );
      })}
    </ol>
  );
};
