import { useMemo } from 'react';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import { effectSentence } from '../../text/effect-sentence.ts';
import { t } from '../../text/match-text.ts';
import { actorNames } from '../../text/names.ts';
import { ConflictNote } from '../orders/conflict-note.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import type { RuleFigure } from '../why/story-rules.ts';
import { breachExamples } from './breach-examples.ts';
import {
  breachPrice,
  clashesIn,
  clashesWith,
  type HomePrice,
  homePriceOf,
  meaningFor,
  overWelcomed,
} from './drafting.ts';

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

/** What a clause costs at home, or moves, when it is carried out. */
const HomeLine = ({ clause, price }: { readonly clause: number; readonly price: HomePrice }) => {
  const scenario = useScenario();
  const me = useMe();
  switch (price.kind) {
    case 'regime':
      return (
        <Figure of={figureKey('regimeCost', price.route, price.regime, me ?? '')}>
          {t('meaning.home.regime', { clause, n: price.n })}
        </Figure>
      );
    case 'recognise':
      return (
        <Figure of={figureKey('rule', 'recognising')}>{t('meaning.home.recognise', { clause, n: price.n })}</Figure>
      );
    case 'lift':
      return (
        <Figure of={figureKey('measure', price.measure)}>
          {t('meaning.home.lift', {
            clause,
            effects: price.effects.map((effect) => effectSentence(effect, scenario)).join('; '),
          })}
        </Figure>
      );
    default:
      return price satisfies never;
  }
};

/** What an agreement would mean for me, from what I may know. What is general folds; what is of this text stays in sight. */
export const Meaning = ({ draft, folded = false }: { readonly draft: AgreementDraft; readonly folded?: boolean }) => {
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
  const prices = draft.clauses.flatMap((clause, i) => {
    const price = homePriceOf(scenario, me, clause);
    return price === null ? [] : [{ clause: i + 1, price }];
  });
  const rules = (
    <>
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
    </>
  );
  return (
    <div className="meaning">
      {folded ? (
        <details>
          <summary>
            <h4>{t('meaning.title')}</h4>
          </summary>
          {rules}
        </details>
      ) : (
        <>
          <h4>{t('meaning.title')}</h4>
          {rules}
        </>
      )}
      {prices.length === 0 ? null : (
        <ul>
          {prices.map(({ clause, price }) => (
            <li key={clause}>
              <HomeLine clause={clause} price={price} />
            </li>
          ))}
        </ul>
      )}
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
