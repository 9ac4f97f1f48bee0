import { useMemo } from 'react';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import { t } from '../../text/match-text.ts';
import { actorNames } from '../../text/names.ts';
import { ConflictNote } from '../orders/conflict-note.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import type { RuleFigure } from '../why/story-rules.ts';
import { breachExamples } from './breach-examples.ts';
import { breachPrice, clashesIn, clashesWith, meaningFor, overWelcomed } from './drafting.ts';

/** Worked examples: per promise of mine what would break it, and what that costs. */
const BreachExamples = ({ draft, me }: { readonly draft: AgreementDraft; readonly me: string }) => {
  const scenario = useScenario();
  const view = useView();
  const examples = useMemo(() => breachExamples(scenario, view, me, draft), [scenario, view, me, draft]);
  if (examples.length === 0) return null;
  const price = breachPrice(scenario, view, me, draft.form);
  const credibility = view.tracks[me]?.credibility ?? 0;
  const wronged = [
    ...new Set(draft.clauses.filter((one) => one.by.includes(me)).flatMap((one) => one.to.filter((to) => to !== me))),
  ];
  return (
    <details className="breach-examples">
      <summary>{t('breach.title')}</summary>
      <ul>
        {examples.map(({ clause, text }) => (
          <li key={clause}>{t('breach.clause', { clause, text })}</li>
        ))}
      </ul>
      <p className="small soft">
        <Figure of={figureKey('breach', draft.form)}>
          {t('breach.costs', {
            price,
            credibility,
            after: Math.max(0, credibility - price),
            to: actorNames(scenario, wronged),
          })}
        </Figure>
      </p>
    </details>
  );
};

const RuleLine = ({ of, children }: { readonly of: RuleFigure; readonly children: string }) => (
  <li>
    <Figure of={figureKey('rule', of)}>{children}</Figure>
  </li>
);

/** What an agreement would mean for me, from what I may know, with what a breach would cost. */
export const Meaning = ({ draft }: { readonly draft: AgreementDraft }) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  if (me === null || draft.clauses.length === 0) return null;
  const meanings = draft.clauses.map((clause) => meaningFor(clause, me));
  const binding = meanings.flatMap((meaning, i) => (meaning === 'promise' || meaning === 'both' ? [i + 1] : []));
  const received = meanings.flatMap((meaning, i) => (meaning === 'receive' || meaning === 'both' ? [i + 1] : []));
  const price = breachPrice(scenario, view, me, draft.form);
  const credibility = view.tracks[me]?.credibility ?? 0;
  const clashes = draft.clauses
    .filter((clause) => clause.by.includes(me))
    .flatMap((clause) => clashesWith(scenario, view, draft, clause));
  return (
    <div className="meaning">
      <h4>{t('meaning.title')}</h4>
      <ul>
        <li>{binding.length === 0 ? t('meaning.nothing') : t('meaning.binds', { clauses: binding.join(', ') })}</li>
        {received.length === 0 ? null : <li>{t('meaning.receives', { clauses: received.join(', ') })}</li>}
        {binding.length === 0 ? null : (
          <li>
            <Figure of={figureKey('breach', draft.form)}>
              {t(draft.visibility === 'public' ? 'meaning.breach' : 'meaning.breach.secret', {
                price,
                credibility,
                after: Math.max(0, credibility - price),
              })}
            </Figure>
          </li>
        )}
        {received.length === 0 ? null : (
          <RuleLine of="grievance">{t('meaning.wronged', { turns: scenario.magnitudes.grievanceTurns })}</RuleLine>
        )}
        {draft.form === 'treaty' ? (
          <RuleLine of="signing">{t('meaning.sign', { capital: scenario.magnitudes.treaty.capital })}</RuleLine>
        ) : null}
        <RuleLine of="leaving">
          {t(draft.notice > 0 ? 'meaning.notice' : 'meaning.notice.none', {
            n: draft.notice,
            price: scenario.magnitudes.credibility.withdrawal,
          })}
        </RuleLine>
      </ul>
      <BreachExamples draft={draft} me={me} />
      {clashesIn(scenario, draft).map(([a, b]) => (
        <p key={`${a}/${b}`} className="conflict">
          <b>
            <span aria-hidden="true">⚠ </span>
            {t('clash.within', { a, b })}
          </b>
        </p>
      ))}
      {overWelcomed(draft, view) ? (
        <p className="conflict">
          <b>
            <span aria-hidden="true">⚠ </span>
            {t('clash.doors')}
          </b>
        </p>
      ) : null}
      {clashes.length === 0 ? null : <p className="conflict">{t('clash.elsewhere')}</p>}
      {clashes.map((clash) => (
        <ConflictNote key={`${clash.agreement}/${clash.clause}`} conflict={clash} />
      ))}
    </div>
  );
};
