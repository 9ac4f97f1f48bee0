import { useMemo } from 'react';
import { t } from '../../text/match-text.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { useMe, useScenario } from '../panel-hooks.ts';
import { concessionChoices, concessionSentence } from './concession-choices.ts';
import { withConcession, withoutConcession } from './draft.ts';
import type { Draft } from './use-draft.ts';

/** What I would grant if squeezed. Nobody else ever sees it. */
export const ConcessionsPart = ({ draft, mayOrder }: { readonly draft: Draft; readonly mayOrder: boolean }) => {
  const scenario = useScenario();
  const me = useMe();
  const choices = useMemo(() => (me === null ? [] : concessionChoices(scenario, me)), [scenario, me]);
  const { concessions } = draft.set;
  return (
    <details className="panel-part concede">
      <summary>
        <h3>{t('concessions.title', { n: concessions.length })}</h3>
      </summary>
      <p className="small soft">{t('concessions.note')}</p>
      <ul className="panel-list">
        {concessions.map((concession, index) => {
          const told = sentenceCase(concessionSentence(concession, scenario));
          return (
            <li key={told} className="tray-head">
              <span className="tray-what">{told}</span>
              {mayOrder ? (
                <Button
                  kind="quiet"
                  size="s"
                  aria-label={t('tray.remove', { order: told })}
                  onPress={() => draft.change(withoutConcession(draft.set, index))}
                >
                  <span aria-hidden="true">✕</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayOrder ? (
        <FacetPicker list={choices}>
          {(item) => (
            <div>
              <Button
                size="s"
                isDisabled={item === null}
                onPress={() => item !== null && draft.change(withConcession(draft.set, item))}
              >
                {t('concessions.add')}
              </Button>
            </div>
          )}
        </FacetPicker>
      ) : null}
    </details>
  );
};
