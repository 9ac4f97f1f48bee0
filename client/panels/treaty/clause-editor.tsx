import { useMemo, useState } from 'react';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../../shared/model/clause.ts';
import type { ActorId, PowerId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { refuseClause } from '../../../shared/rules/clause-rules.ts';
import { t } from '../../text/match-text.ts';
import { actorName, quarterName } from '../../text/names.ts';
import { refusalSentence } from '../../text/refusal-sentence.ts';
import { clauseSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { everyTerms } from '../every-terms.ts';
import { FacetPicker } from '../facet-picker.tsx';
import type { Answers, Faceted } from '../facets.ts';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';
import { obligorsOf, withClause } from './drafting.ts';

type ClauseEditorProps = {
  readonly draft: AgreementDraft;
  readonly onAdd: (clause: ClauseDraft) => void;
  readonly onCancel: () => void;
};
const ALL = 'all';
const NONE = 'none';
const MOST_PAID = 99;

/** A deed that is owed once needs a last turn; what is owed again and again need not end. */
const mayStayOpen = (item: ClauseTerms | null, every: string): boolean =>
  item?.kind === 'do' ? every !== NONE : item?.kind !== 'recognise';

/** What has been lifted cannot be lifted again. */
const isLifted = (terms: ClauseTerms, view: SeatView): boolean =>
  terms.kind === 'do' &&
  terms.order.verb === 'lift' &&
  terms.order.measure !== undefined &&
  view.board.measures[terms.order.measure] === 'lifted';

/** Within how many turns a single deed is asked for, unless something else is chosen. */
const SOON = 2;

/** A power from outside that could attack a party, if there is one. */
const likelyEnemy = (parties: readonly ActorId[], scenario: Scenario): PowerId | undefined => {
  const { powers, isPower } = indexOf(scenario);
  const across = scenario.fronts.flatMap(({ parties: [a, b] }) => [
    ...(parties.includes(a) ? [b] : []),
    ...(parties.includes(b) ? [a] : []),
  ]);
  return (
    across.find((one) => isPower.has(one) && !parties.includes(one)) ?? powers.find((power) => !parties.includes(power))
  );
};

/** What is mostly meant, where the first on offer would be odd: no force against the other, its own borders. */
const usualAnswers =
  (other: ActorId) =>
  (changed: string, answers: Answers): Answers => {
    if (changed === 'verb') return { host: other };
    if (changed === 'gate') return { status: 'open' };
    if (changed !== 'kind') return {};
    if (answers.kind === 'gate') return { status: 'open' };
    if (answers.kind === 'refrain') return { verb: 'force', host: other };
    return answers.kind === 'recognise' ? { what: other } : { host: other };
  };

/** Promises as questions; an amount is no question, it has a field of its own. */
const asked = (terms: readonly ClauseTerms[], scenario: Scenario, view: SeatView): readonly Faceted<ClauseTerms>[] =>
  facetedTerms(
    terms.filter((one) => (one.kind !== 'pay' || one.amount === 1) && !isLifted(one, view)),
    scenario,
    view,
  ).map(({ item, facets }) => ({ item, facets: facets.filter((facet) => facet.key !== 'amount') }));

/** One promise: who, to whom, what, when, and under which condition. */
export const ClauseEditor = ({ draft, onAdd, onCancel }: ClauseEditorProps) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const others = draft.parties.filter((party) => party !== me);
  const [by, setBy] = useState<PowerId>(me ?? draft.parties[0] ?? '');
  const [to, setTo] = useState<string>(ALL);
  const [from, setFrom] = useState(view.board.turn);
  const [chosenUntil, setUntil] = useState<number | null | undefined>(undefined);
  const [dependsOn, setDependsOn] = useState<string>(NONE);
  const [consent, setConsent] = useState<string>(NONE);
  const [every, setEvery] = useState<string>(NONE);
  const [amount, setAmount] = useState(1);
  const terms = useMemo(() => asked(everyTerms(scenario, view, by), scenario, view), [scenario, view, by]);
  const other = draft.parties.find((party) => party !== by) ?? by;
  const outsider = likelyEnemy(draft.parties, scenario) ?? other;
  const untilOf = (item: ClauseTerms | null): number | null => {
    if (chosenUntil !== undefined) return chosenUntil;
    const isDeed =
      (item?.kind === 'do' && every === NONE) || item?.kind === 'recognise' || (item?.kind === 'pay' && !item.each);
    return isDeed ? Math.min(draft.until ?? view.settings.turns, from + SOON) : draft.until;
  };
  const spans = Math.max(view.settings.turns, draft.until ?? 0, from) - from + 1;
  const clauseOf = (terms: ClauseTerms): ClauseDraft => {
    const item = terms.kind === 'pay' ? { ...terms, amount } : terms;
    const obligors = obligorsOf(item, by, scenario);
    const fallback = draft.parties.filter((party) => party !== by);
    const chosen = to === ALL || to === by ? fallback : [to];
    const until = untilOf(terms);
    return {
      by: obligors,
      to: obligors.length > 1 ? [...draft.parties] : chosen,
      terms: item,
      from,
      until: until === null && mayStayOpen(item, every) ? null : Math.max(from, until ?? view.settings.turns),
      ...(every === NONE || item.kind !== 'do' ? {} : { every: Number(every) }),
      ...(dependsOn === NONE ? {} : { dependsOn }),
      ...(consent === NONE ? {} : { unlessConsentOf: consent }),
    };
  };
  const refusedOf = (item: ClauseTerms): string | null => {
    const whole = withClause(draft, clauseOf(item));
    const earlier = draft.clauses.map((_, i) => `c${i + 1}`);
    const known = (id: string) => view.agreements.find((one) => one.id === id);
    const refused = refuseClause(scenario, view.board, whole.parties, clauseOf(item), earlier, known);
    return refused === null ? null : refusalSentence(refused);
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
        start={{ supplier: other, host: other, operator: other, against: outsider }}
        usual={usualAnswers(other)}
      >
        {(item) => (
          <>
            <div className="panel-two">
              {item?.kind === 'pay' ? (
                <NumberField label={t('facet.amount')} value={amount} least={1} most={MOST_PAID} onChange={setAmount} />
              ) : null}
              <TurnSelect
                label={t('clause.from')}
                first={view.board.turn}
                value={from}
                onChange={(turn) => setFrom(turn ?? view.board.turn)}
              />
              <TurnSelect
                label={t('clause.until')}
                first={from}
                value={lastOf(untilOf(item), from)}
                onChange={setUntil}
                open={mayStayOpen(item, every) && draft.until === null}
              />
              {item?.kind === 'do' ? (
                <Select
                  label={t('clause.every')}
                  options={[
                    { id: NONE, label: t('clause.every.none') },
                    ...Array.from({ length: spans }, (_, i) => ({
                      id: String(i + 1),
                      label: t('clause.every.n', { n: i + 1 }),
                    })),
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
            {item === null ? null : (
              <AddClause clause={clauseOf(item)} refused={refusedOf(item)} onAdd={onAdd} onCancel={onCancel} />
            )}
          </>
        )}
      </FacetPicker>
    </div>
  );
};

const lastOf = (until: number | null, from: number): number | null => (until === null ? null : Math.max(from, until));

type AddProps = Omit<ClauseEditorProps, 'draft'> & { readonly clause: ClauseDraft; readonly refused: string | null };

/** What the clause says, and why it could not be proposed if it could not. */
const AddClause = ({ clause, refused, onAdd, onCancel }: AddProps) => {
  const scenario = useScenario();
  const view = useView();
  return (
    <>
      <p className="demand-told">{clauseSentence(clause, scenario, view)}</p>
      {refused === null ? null : (
        <p className="field-error" role="status">
          {refused}
        </p>
      )}
      <div className="row">
        <Button kind="primary" isDisabled={refused !== null} onPress={() => onAdd(clause)}>
          {t('clause.add')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
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
