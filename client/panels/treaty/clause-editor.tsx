import { useMemo, useState } from 'react';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../../shared/model/clause.ts';
import type { ActorId, PowerId } from '../../../shared/model/ids.ts';
import { legalClauseTerms } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { actorName, quarterName } from '../../text/names.ts';
import { clauseSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';
import { obligorsOf } from './drafting.ts';

type ClauseEditorProps = {
  readonly draft: AgreementDraft;
  readonly onAdd: (clause: ClauseDraft) => void;
  readonly onCancel: () => void;
};
const ALL = 'all';
const NONE = 'none';
const EVERY = [1, 2, 3, 4];

/** One promise: who, to whom, what, when, and under which condition. */
export const ClauseEditor = ({ draft, onAdd, onCancel }: ClauseEditorProps) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const others = draft.parties.filter((party) => party !== me);
  const [by, setBy] = useState<PowerId>(me ?? draft.parties[0] ?? '');
  const [to, setTo] = useState<string>(ALL);
  const [from, setFrom] = useState(view.board.turn);
  const [until, setUntil] = useState<number | null>(draft.until);
  const [dependsOn, setDependsOn] = useState<string>(NONE);
  const [consent, setConsent] = useState<string>(NONE);
  const [every, setEvery] = useState<string>(NONE);
  const terms = useMemo(() => facetedTerms(legalClauseTerms(scenario, view, by), scenario, view), [scenario, view, by]);
  const other = draft.parties.find((party) => party !== by) ?? by;
  const clauseOf = (item: ClauseTerms): ClauseDraft => {
    const obligors = obligorsOf(item, by, scenario);
    const fallback = draft.parties.filter((party) => party !== by);
    const chosen = to === ALL || to === by ? fallback : [to];
    return {
      by: obligors,
      to: obligors.length > 1 ? [...draft.parties] : chosen,
      terms: item,
      from,
      until: until === null ? null : Math.max(from, until),
      ...(every === NONE || item.kind !== 'do' ? {} : { every: Number(every) }),
      ...(dependsOn === NONE ? {} : { dependsOn }),
      ...(consent === NONE ? {} : { unlessConsentOf: consent }),
    };
  };
  const party = (id: ActorId) => ({ id: id as string, label: actorName(scenario, id) });
  return (
    <div className="panel-card clause-editor">
      <h4>{t('clause.new')}</h4>
      <div className="panel-two">
        <Select label={t('clause.by')} options={draft.parties.map(party)} value={by} onChange={setBy} />
        <Select
          label={t('clause.to')}
          options={[
            {
              id: ALL,
              label: others.length > 1 || by !== me ? t('clause.to.all') : actorName(scenario, others[0] ?? by),
            },
            ...(draft.parties.length > 2 ? draft.parties.filter((one) => one !== by).map(party) : []),
          ]}
          value={to === by ? ALL : to}
          onChange={setTo}
        />
      </div>
      <FacetPicker
        key={by}
        list={terms}
        start={{ supplier: other, host: other, operator: other, against: others[0] ?? other }}
      >
        {(item) => (
          <>
            <div className="panel-two">
              <TurnSelect
                label={t('clause.from')}
                first={view.board.turn}
                value={from}
                onChange={(turn) => setFrom(turn ?? view.board.turn)}
              />
              <TurnSelect
                label={t('clause.until')}
                first={from}
                value={until === null ? null : Math.max(from, until)}
                onChange={setUntil}
                open={item?.kind !== 'do' && draft.until === null}
              />
              {item?.kind === 'do' ? (
                <Select
                  label={t('clause.every')}
                  options={[
                    { id: NONE, label: t('clause.every.none') },
                    ...EVERY.map((n) => ({ id: String(n), label: t('clause.every.n', { n }) })),
                  ]}
                  value={every}
                  onChange={setEvery}
                />
              ) : null}
              {draft.clauses.length === 0 ? null : (
                <Select
                  label={t('clause.dependsOn')}
                  options={[
                    { id: NONE, label: t('clause.dependsOn.none') },
                    ...draft.clauses.map((_, i) => ({ id: `c${i + 1}`, label: t('clause.number', { clause: i + 1 }) })),
                  ]}
                  value={dependsOn}
                  onChange={setDependsOn}
                />
              )}
              <Select
                label={t('clause.unless')}
                options={[
                  { id: NONE, label: t('clause.unless.none') },
                  ...draft.parties.filter((one) => one !== by).map(party),
                ]}
                value={consent}
                onChange={setConsent}
              />
            </div>
            {item === null ? null : <p className="demand-told">{clauseSentence(clauseOf(item), scenario, view)}</p>}
            <div className="row">
              <Button kind="primary" isDisabled={item === null} onPress={() => item !== null && onAdd(clauseOf(item))}>
                {t('clause.add')}
              </Button>
              <Button kind="quiet" onPress={onCancel}>
                {t('cancel')}
              </Button>
            </div>
          </>
        )}
      </FacetPicker>
    </div>
  );
};

type TurnSelectProps = {
  readonly label: string;
  readonly first: number;
  readonly value: number | null;
  readonly onChange: (turn: number | null) => void;
  readonly open?: boolean;
};

/** A turn of the match by its quarter, or no end. */
export const TurnSelect = ({ label, first, value, onChange, open = false }: TurnSelectProps) => {
  const scenario = useScenario();
  const { settings } = useView();
  const last = Math.max(settings.turns, first);
  const options = Array.from({ length: last - first + 1 }, (_, i) => ({
    id: String(first + i),
    label: quarterName(scenario, first + i),
  }));
  return (
    <Select
      label={label}
      options={open ? [...options, { id: NONE, label: t('clause.open') }] : options}
      value={value === null ? (open ? NONE : String(last)) : String(Math.min(last, Math.max(first, value)))}
      onChange={(id) => onChange(id === NONE ? null : Number(id))}
    />
  );
};
