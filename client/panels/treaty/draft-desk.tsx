import { useState } from 'react';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import { refuseDraft } from '../../../shared/rules/refusal-treaty.ts';
import { useStore } from '../../store/create-store.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { refusalSentence } from '../../text/refusal-sentence.ts';
import { Notice } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMe, useScenario, useSend, useTable, useView } from '../panel-hooks.ts';
import { PowerPicks } from '../power-picks.tsx';
import { ClauseEditor, TurnSelect } from './clause-editor.tsx';
import { ClauseList } from './clause-list.tsx';
import { countering } from './countering.ts';
import { emptyDraft, forTurn, titled, withClause, withoutClause, withParties } from './drafting.ts';
import { Meaning } from './meaning.tsx';

/** Where an agreement is written, clause by clause. */
export const DraftDesk = ({ onProposed }: { readonly onProposed: () => void }) => {
  const scenario = useScenario();
  const { board, proposals } = useView();
  const me = useMe();
  const kept = useMatch((state) => state.drafts.proposal);
  const answered = useStore(countering, (state) => state.proposal);
  const { draftProposal } = useIntents();
  const [adding, setAdding] = useState(false);
  if (me === null) return null;
  const draft = forTurn(kept ?? emptyDraft(me, null), board.turn);
  const change = (next: Partial<AgreementDraft>): void => draftProposal({ ...draft, ...next });
  const outsiders = scenario.policies.map((policy) => policy.actor);
  const others = [...indexOf(scenario).powers.filter((power) => power !== me), ...outsiders];
  const policies = scenario.policies.filter((policy) => draft.parties.includes(policy.actor));
  const countered = proposals.find((one) => one.id === answered && one.status === 'open');
  const fallback = titled({ ...draft, title: '' }, scenario, board.turn).title;
  return (
    <div className="panel-part draft">
      {countered === undefined ? null : <Notice>{t('draft.counters', { title: countered.draft.title })}</Notice>}
      <PowerPicks
        label={t('draft.parties')}
        powers={others}
        picked={draft.parties.filter((party) => party !== me)}
        onChange={(picked) => draftProposal(withParties(draft, [me, ...picked].sort()))}
      />
      {policies.length === 0 ? null : (
        <Notice>
          {t('draft.outsiders')}
          {policies.map((policy) => (
            <p key={policy.actor}>
              <b>{actorName(scenario, policy.actor)}:</b> {policy.accepts.text}
            </p>
          ))}
        </Notice>
      )}
      <TextField
        label={t('draft.title')}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={LIMITS.title}
        placeholder={fallback}
      />
      <Choice
        label={t('draft.visibility')}
        options={[
          { id: 'public', label: t('visibility.public'), note: t('draft.public.note') },
          { id: 'secret', label: t('visibility.secret'), note: t('draft.secret.note') },
        ]}
        value={draft.visibility}
        onChange={(visibility) => change({ visibility })}
      />
      <Choice
        label={t('draft.form')}
        options={[
          { id: 'statement', label: t('form.statement'), note: t('draft.statement.note') },
          {
            id: 'treaty',
            label: t('form.treaty'),
            note: t('draft.treaty.note', { capital: scenario.magnitudes.treaty.capital }),
          },
        ]}
        value={draft.form}
        onChange={(form) => change({ form })}
      />
      <div className="panel-two">
        <TurnSelect
          label={t('draft.until')}
          first={board.turn}
          value={draft.until}
          onChange={(until) => change({ until })}
          open
        />
        <Choice
          label={t('draft.notice')}
          options={['0', '1', '2', '3'].map((id) => ({ id, label: id }))}
          value={String(Math.min(3, draft.notice))}
          onChange={(notice) => change({ notice: Number(notice) })}
        />
      </div>
      <h3>{t('draft.clauses')}</h3>
      {draft.clauses.length === 0 ? <p className="panel-empty">{t('draft.noclauses')}</p> : null}
      <ClauseList
        clauses={draft.clauses}
        also={(index) => (
          <Button
            kind="quiet"
            size="s"
            aria-label={t('clause.remove', { clause: index + 1 })}
            onPress={() => draftProposal(withoutClause(draft, index))}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      />
      {adding ? (
        <ClauseEditor
          draft={draft}
          onCancel={() => setAdding(false)}
          onAdd={(clause) => {
            change(withClause(draft, clause));
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            isDisabled={draft.parties.length < 2 || draft.clauses.length >= LIMITS.clauses}
            onPress={() => setAdding(true)}
          >
            {t('clause.new')}
          </Button>
        </div>
      )}
      <Meaning draft={draft} />
      <ProposeBar draft={draft} counters={countered?.id ?? null} hasDraft={kept !== null} onProposed={onProposed} />
    </div>
  );
};

type ProposeProps = {
  readonly draft: AgreementDraft;
  readonly counters: string | null;
  readonly hasDraft: boolean;
  readonly onProposed: () => void;
};

const ProposeBar = ({ draft, counters, hasDraft, onProposed }: ProposeProps) => {
  const scenario = useScenario();
  const { board, settings, agreements } = useView();
  const me = useMe();
  const { mayTalk } = useTable();
  const { draftProposal } = useIntents();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [expires, setExpires] = useState<number>(board.turn);
  const whole = titled(draft, scenario, board.turn);
  const refused =
    me === null ? null : refuseDraft(scenario, board, me, whole, (id) => agreements.find((one) => one.id === id));
  const clear = (): void => {
    draftProposal(null);
    countering.set({ proposal: null });
  };
  const propose = async (): Promise<void> => {
    setBusy(true);
    const sent = await send({
      kind: 'propose',
      draft: whole,
      expires: Math.max(board.turn, expires),
      ...(counters === null ? {} : { counters }),
    });
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
    if (!sent.ok) return;
    clear();
    onProposed();
  };
  return (
    <div className="panel-part">
      {settings.turns > board.turn ? (
        <TurnSelect
          label={t('draft.expires')}
          first={board.turn}
          value={expires}
          onChange={(turn) => setExpires(turn ?? board.turn)}
        />
      ) : null}
      {!hasDraft || refused === null ? null : (
        <p className="small soft">
          {t('draft.notyet')} {refusalSentence(refused)}
        </p>
      )}
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {mayTalk ? null : <p className="small soft">{t('treaty.closed')}</p>}
      <div className="row">
        <Button
          kind="primary"
          isPending={busy}
          isDisabled={!mayTalk || refused !== null}
          onPress={() => void propose()}
        >
          {t(counters === null ? 'draft.propose' : 'draft.counter')}
        </Button>
        {hasDraft ? (
          <Button kind="quiet" onPress={clear}>
            {t('draft.drop')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
