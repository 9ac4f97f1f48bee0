import { useState } from 'react';
import type { Agreement } from '../../../shared/model/agreement.ts';
import type { Clause } from '../../../shared/model/clause.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, actorNames, agreementTitle, quarterName } from '../../text/names.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Source } from '../dossier/dossier-parts.tsx';
import { useMe, useScenario, useSend, useTable, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { clauseStatus } from '../why/story-papers.ts';
import { ClauseList } from './clause-list.tsx';

const STATUS_TONES: { readonly [S in Clause['status']]: Tone } = {
  pending: 'calm',
  kept: 'good',
  breached: 'bad',
  excused: 'note',
  void: 'note',
};
export const CLAUSE_SIGNS: { readonly [S in Clause['status']]: string } = {
  pending: '○',
  kept: '✓',
  breached: '✗',
  excused: '–',
  void: '∅',
};

/** An agreement with what has become of each clause, and what may be done about it. */
export const AgreementCard = ({ agreement }: { readonly agreement: Agreement }) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const leaving = Object.entries(agreement.leaving);
  const lives = agreement.status === 'inForce' || agreement.status === 'suspended';
  return (
    <article className="panel-card agreement" aria-label={agreementTitle(scenario, view, agreement)}>
      <h3>{agreementTitle(scenario, view, agreement)}</h3>
      <p className="small row">
        <span>{actorNames(scenario, agreement.parties)}</span>
        <Badge tone={agreement.visibility === 'secret' ? 'warn' : 'calm'}>
          {t(`visibility.${agreement.visibility}`)}
        </Badge>
        <Badge>{t(`form.${agreement.form}`)}</Badge>
        <Figure of={figureKey('agreement', agreement.id)}>
          <Badge tone={agreement.status === 'inForce' ? 'good' : 'warn'}>{t(`agreement.${agreement.status}`)}</Badge>
        </Figure>
      </p>
      <p className="small soft">
        {agreement.until === null
          ? t('agreement.forever')
          : t('agreement.until', { quarter: quarterName(scenario, agreement.until) })}{' '}
        <Figure of={figureKey('agreement', agreement.id)}>{t('agreement.notice', { n: agreement.notice })}</Figure>
        {leaving.map(
          ([power, turn]) =>
            ` ${t('agreement.leaving', { power: actorName(scenario, power), quarter: quarterName(scenario, turn) })}`,
        )}
        {agreement.status === 'suspended' && agreement.suspendedBy !== undefined
          ? ` ${t('agreement.suspendedBy', { power: actorName(scenario, agreement.suspendedBy) })}`
          : null}
        {agreement.underDuress.length === 0
          ? null
          : ` ${t('agreement.duress', { powers: actorNames(scenario, agreement.underDuress) })}`}
      </p>
      <ClauseList
        clauses={agreement.clauses}
        also={(index) => <ClauseFate agreement={agreement} clause={agreement.clauses[index]} />}
      />
      {agreement.note === undefined && agreement.source === undefined ? null : (
        <Source note={agreement.note} source={agreement.source} />
      )}
      {lives && me !== null && agreement.parties.includes(me) ? <AgreementActs agreement={agreement} me={me} /> : null}
    </article>
  );
};

const ClauseFate = ({ agreement, clause }: { readonly agreement: Agreement; readonly clause: Clause | undefined }) => {
  const scenario = useScenario();
  const me = useMe();
  const { ask } = useIntents();
  const { mayTalk } = useTable();
  const send = useSend();
  if (clause === undefined) return null;
  const { evidence } = clause;
  const mayConsent = mayTalk && me !== null && clause.unlessConsentOf === me && clause.status === 'pending';
  const given = me !== null && agreement.consents.includes(me);
  return (
    <span className="clause-fate">
      <Figure of={figureKey('clause', agreement.id, clause.id)}>
        <Badge tone={STATUS_TONES[clause.status]}>
          <span aria-hidden="true">{CLAUSE_SIGNS[clause.status]} </span>
          {clauseStatus(clause)}
        </Badge>
      </Figure>
      {clause.status === 'pending' && clause.done.length > 0 ? (
        <span className="small good">{t('clause.done', { powers: actorNames(scenario, clause.done) })}</span>
      ) : null}
      {clause.breachedBy.length === 0 ? null : (
        <span className="small">{t('clause.breachedBy', { powers: actorNames(scenario, clause.breachedBy) })}</span>
      )}
      {evidence === null ? null : (
        <Button kind="quiet" size="s" onPress={() => ask(evidence)}>
          {t('clause.evidence')}
        </Button>
      )}
      {mayConsent ? (
        <Button
          size="s"
          onPress={() => void send({ kind: 'consent', agreement: agreement.id, clause: clause.id, given: !given })}
        >
          {t(given ? 'clause.unconsent' : 'clause.consent.give')}
        </Button>
      ) : null}
    </span>
  );
};

const AgreementActs = ({ agreement, me }: { readonly agreement: Agreement; readonly me: string }) => {
  const { mayTalk } = useTable();
  const send = useSend();
  const [problem, setProblem] = useState<string | null>(null);
  if (!mayTalk) return null;
  const act = async (input: PowerInput): Promise<void> => {
    const sent = await send(input);
    setProblem(sent.ok ? null : sent.text);
  };
  const mayResume = agreement.suspendedBy === undefined || agreement.suspendedBy === me;
  const wronged = agreement.clauses.some((clause) => clause.breachedBy.some((breaker) => breaker !== me));
  return (
    <div className="row">
      {agreement.leaving[me] === undefined ? (
        <Button size="s" onPress={() => void act({ kind: 'giveNotice', agreement: agreement.id })}>
          {t('agreement.act.notice')}
        </Button>
      ) : null}
      {agreement.status === 'inForce' && wronged ? (
        <Button size="s" onPress={() => void act({ kind: 'suspend', agreement: agreement.id })}>
          {t('agreement.act.suspend')}
        </Button>
      ) : null}
      {agreement.status === 'suspended' && mayResume ? (
        <Button size="s" onPress={() => void act({ kind: 'resume', agreement: agreement.id })}>
          {t('agreement.act.resume')}
        </Button>
      ) : null}
      {problem === null ? null : (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
};
