import { useMemo, useState } from 'react';
import { VERB_FAMILIES, VERB_FAMILY_NAMES, type Verb, type VerbFamily } from '../../../shared/model/order.ts';
import { legalOrders } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { areaName } from '../../text/names.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { ANYTHING, type Answers, sift } from '../facets.ts';
import { facetedOrders, ownGates } from '../order-facets.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { GuardForm } from './guard-form.tsx';
import { OrderOptions } from './order-options.tsx';
import { Cost } from './order-tray.tsx';
import type { Draft } from './use-draft.ts';
import { needsOf } from './verb-needs.ts';

/** So few orders are read at once; more are asked for. */
const FEW = 6;

type PickerProps = { readonly draft: Draft; readonly left: { readonly capital: number; readonly treasury: number } };

/** Everything that I may order: a family, a verb, then whatever its orders differ in. */
export const OrderPicker = ({ draft, left }: PickerProps) => {
  const scenario = useScenario();
  const view = useView();
  const [family, setFamily] = useState<VerbFamily>('influence');
  const [askedVerb, setVerb] = useState<Verb | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const all = useMemo(() => facetedOrders(legalOrders(scenario, view), scenario, view), [scenario, view]);
  const verbs: readonly Verb[] = VERB_FAMILIES[family];
  const isOffered = (one: Verb): boolean => all.some(({ item }) => item.order.verb === one);
  const verb = verbs.find((one) => one === askedVerb) ?? verbs.find(isOffered) ?? verbs[0];
  const ofVerb = all.filter(({ item }) => item.order.verb === verb);
  const asksGuard = verb === 'postGuard' && ownGates(scenario, view.viewer).length > 0;
  const { questions, items } = sift(ofVerb, ofVerb.length > FEW ? answers : {}, ['verb']);
  return (
    <div className="panel-part">
      <h3>{t('picker.title')}</h3>
      <div className="picker-families">
        <Choice
          label={t('picker.family')}
          options={VERB_FAMILY_NAMES.map((id) => ({ id, label: t(`family.${id}`) }))}
          value={family}
          onChange={setFamily}
        />
      </div>
      {verb === undefined ? null : (
        <Choice
          label={t('picker.verb')}
          options={verbs.map((id) => ({ id, label: t(`verb.${id}`), note: t(`verb.note.${id}`) }))}
          value={verb}
          onChange={(next) => {
            setVerb(next);
            setAnswers({});
          }}
        />
      )}
      {ofVerb.length <= FEW || questions.length === 0 ? null : (
        <div className="panel-two">
          {questions.map((question) => (
            <Select
              key={question.key}
              label={question.label}
              options={[
                { id: ANYTHING, label: t(question.key === 'area' ? 'facet.any-area' : 'facet.any') },
                ...question.options,
              ]}
              value={question.value}
              onChange={(value) => setAnswers({ ...answers, [question.key]: value })}
            />
          ))}
        </div>
      )}
      {asksGuard && items.length === 0 ? null : <OrderOptions options={items} draft={draft} left={left} />}
      {asksGuard ? <GuardForm draft={draft} /> : null}
      {ofVerb.length > 0 || asksGuard || verb === undefined ? null : <NotNow verb={verb} />}
    </div>
  );
};

/** What a verb needs and would cost if it could be ordered, with its real precedent. */
const NotNow = ({ verb }: { readonly verb: Verb }) => {
  const scenario = useScenario();
  return (
    <>
      <p>
        <Figure of={figureKey('rule', 'needs', verb)}>{needsOf(verb, scenario)}</Figure>
      </p>
      <ul className="panel-list picker-list">
        {scenario.actions
          .filter((action) => action.verb === verb)
          .map((action) => (
            <li key={action.area ?? ''} className="picker-row soft">
              <div className="picker-what">
                <span>
                  {action.name} {action.area === null ? null : <span className="small">({areaName(action.area)})</span>}
                </span>
                <span className="small precedent">{action.precedent}</span>
              </div>
              <Cost cost={action} of={figureKey('action', verb, action.area ?? '')} />
            </li>
          ))}
      </ul>
    </>
  );
};
