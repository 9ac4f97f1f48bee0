import { useState } from 'react';
import type { Proposal } from '../../../shared/model/agreement.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, actorNames, quarterName } from '../../text/names.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Source } from '../dossier/dossier-parts.tsx';
import { useMe, useScenario, useSend, useTable, useView } from '../panel-hooks.ts';
import { ClauseList } from './clause-list.tsx';
import { countering } from './countering.ts';
import { Meaning } from './meaning.tsx';

/** Proposals that wait for somebody, mine to sign first, and of those the latest: standing texts come after news. */
export const ProposalsList = ({ onCounter }: { readonly onCounter: () => void }) => {
  const me = useMe();
  const { proposals } = useView();
  const open = proposals.filter((one) => one.status === 'open');
  const closed = proposals.filter((one) => one.status !== 'open').toReversed();
  const isSigned = (one: Proposal): boolean => me !== null && one.signed.includes(me);
  const waiting = open.toReversed().toSorted((a, b) => Number(isSigned(a)) - Number(isSigned(b)) || b.turn - a.turn);
  return (
    <div className="panel-part">
      {open.length === 0 ? <p className="panel-empty">{t('proposals.none')}</p> : null}
      {waiting.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} onCounter={onCounter} />
      ))}
      {closed.length === 0 ? null : (
        <details>
          <summary className="small soft">{t('proposals.closed', { n: closed.length })}</summary>
          {closed.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} onCounter={onCounter} />
          ))}
        </details>
      )}
    </div>
  );
};

const ProposalCard = ({ proposal, onCounter }: { readonly proposal: Proposal; readonly onCounter: () => void }) => {
  const scenario = useScenario();
  const me = useMe();
  const { send } = useIntents();
  const { draft } = proposal;
  const offer = scenario.offers.find((one) => one.id === proposal.id);
  const waits = draft.parties.filter((party) => !proposal.signed.includes(party));
  const open = proposal.status === 'open';
  return (
    <article
      className="panel-card proposal"
      data-tone={open && me !== null && waits.includes(me) ? 'warn' : undefined}
      aria-label={draft.title}
    >
      <h3>{draft.title}</h3>
      <p className="small">
        {t('proposal.by', { power: actorName(scenario, proposal.by), parties: actorNames(scenario, draft.parties) })}{' '}
        <Badge>{t(`visibility.${draft.visibility}`)}</Badge> <Badge>{t(`form.${draft.form}`)}</Badge>{' '}
        {open ? null : (
          <Badge tone={proposal.status === 'concluded' ? 'good' : 'calm'}>{t(`proposal.${proposal.status}`)}</Badge>
        )}
      </p>
      {open ? (
        <p className="small soft">
          {t('proposal.waits', { powers: actorNames(scenario, waits) })}{' '}
          {t('proposal.expires', { quarter: quarterName(scenario, proposal.expires) })}
        </p>
      ) : null}
      {offer === undefined ? null : <Source note={offer.note} source={offer.source} />}
      <ClauseList clauses={draft.clauses} />
      {open ? <Meaning draft={draft} /> : null}
      {open && me !== null && send !== null ? <ProposalActs proposal={proposal} me={me} onCounter={onCounter} /> : null}
    </article>
  );
};

const ProposalActs = ({
  proposal,
  me,
  onCounter,
}: {
  readonly proposal: Proposal;
  readonly me: string;
  readonly onCounter: () => void;
}) => {
  const { mayTalk } = useTable();
  const { draftProposal } = useIntents();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (input: PowerInput): Promise<void> => {
    setBusy(true);
    const sent = await send(input);
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
  };
  const counter = (): void => {
    draftProposal(proposal.draft);
    countering.set({ proposal: proposal.id });
    onCounter();
  };
  const mine = proposal.by === me;
  return (
    <>
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {mayTalk ? (
        <div className="row">
          {proposal.signed.includes(me) ? null : (
            <Button
              kind="primary"
              isPending={busy}
              aria-label={t('proposal.sign.one', { title: proposal.draft.title })}
              onPress={() => void act({ kind: 'sign', proposal: proposal.id })}
            >
              {t('proposal.sign')}
            </Button>
          )}
          <Button onPress={counter}>{t(mine ? 'proposal.amend' : 'proposal.counter')}</Button>
          {mine ? (
            <Button kind="danger" onPress={() => void act({ kind: 'withdrawProposal', proposal: proposal.id })}>
              {t('proposal.withdraw')}
            </Button>
          ) : (
            <Button kind="danger" onPress={() => void act({ kind: 'decline', proposal: proposal.id })}>
              {t('proposal.decline')}
            </Button>
          )}
        </div>
      ) : (
        <p className="small soft">{t('treaty.closed')}</p>
      )}
    </>
  );
};
