import { Fragment, useState } from 'react';
import type { Proposal } from '../../../shared/model/agreement.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, actorNames, quarterName } from '../../text/names.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Source } from '../dossier/dossier-parts.tsx';
import { useMe, useScenario, useSend, useStage, useTable, useView } from '../panel-hooks.ts';
import { ClauseList } from './clause-list.tsx';
import { countering } from './countering.ts';
import { balanceOf, isClashing } from './drafting.ts';
import { Meaning } from './meaning.tsx';

/** Proposals that wait for somebody, mine to sign first, and of those the latest: standing texts come after news. */
export const ProposalsList = ({ onCounter }: { readonly onCounter: () => void }) => {
  const me = useMe();
  const { proposals, board } = useView();
  const open = proposals.filter((one) => one.status === 'open').toReversed();
  const closed = proposals.filter((one) => one.status !== 'open').toReversed();
  const isMine = (one: Proposal): boolean => me !== null && one.draft.parties.includes(me) && !one.signed.includes(me);
  const fresh = (one: Proposal): boolean => one.turn === board.turn;
  const groups = [
    { id: 'new', list: open.filter((one) => isMine(one) && fresh(one)) },
    { id: 'standing', list: open.filter((one) => isMine(one) && !fresh(one)) },
    { id: 'mine', list: open.filter((one) => !isMine(one)) },
  ] as const;
  const toSign = [...groups[0].list, ...groups[1].list];
  return (
    <div className="panel-part">
      <Answered proposals={proposals} />
      {open.length === 0 ? <p className="panel-empty">{t('proposals.none')}</p> : null}
      {toSign.length > 2 && me !== null ? <ProposalIndex proposals={toSign} me={me} /> : null}
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ id, list }) => (
          <Fragment key={id}>
            <h3 className="proposal-group">{t(`proposals.${id}`)}</h3>
            {list.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} onCounter={onCounter} />
            ))}
          </Fragment>
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

const cardId = (proposal: Proposal): string => `proposal-${proposal.id}`;

/** Many offers at a glance, each with a way to it. */
const ProposalIndex = ({ proposals, me }: { readonly proposals: readonly Proposal[]; readonly me: string }) => {
  const scenario = useScenario();
  const view = useView();
  const go = (proposal: Proposal): void => {
    const card = document.getElementById(cardId(proposal));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  };
  return (
    <ul className="proposal-index plain-list">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Button kind="quiet" size="s" onPress={() => go(proposal)}>
            {actorName(scenario, proposal.by)}: {proposal.draft.title}
          </Button>{' '}
          <span className="small soft">{t('proposal.short', balanceOf(proposal.draft, me))}</span>{' '}
          {isClashing(scenario, view, me, proposal.draft) ? <Badge tone="warn">{t('proposal.clash')}</Badge> : null}
        </li>
      ))}
    </ul>
  );
};

/** What became this turn of offers that I made or signed: an answer may come while I look elsewhere. */
const Answered = ({ proposals }: { readonly proposals: readonly Proposal[] }) => {
  const scenario = useScenario();
  const me = useMe();
  const { show } = useStage();
  const { board, agreements } = useView();
  if (me === null) return null;
  const made = agreements.filter(
    (one) => one.origin === 'negotiated' && one.from === board.turn && one.parties.includes(me),
  );
  const refused = proposals.flatMap((one) =>
    one.by === me && one.turn === board.turn && isRefusal(one.status) ? [{ ...one, status: one.status }] : [],
  );
  if (made.length + refused.length === 0) return null;
  const others = (one: Proposal): string =>
    actorNames(
      scenario,
      one.draft.parties.filter((party) => party !== me),
    );
  return (
    <div className="notice answered" role="status">
      <b>{t('answered.title')}</b>
      <ul className="plain-list">
        {made.map((one) => (
          <li key={one.id}>
            <span aria-hidden="true">✓ </span>
            {t('answered.concluded', { title: one.title })}{' '}
            <Button
              kind="quiet"
              size="s"
              aria-label={t('show.of', { what: one.title })}
              onPress={() => show({ kind: 'agreement', id: one.id })}
            >
              {t('answered.look')}
            </Button>
          </li>
        ))}
        {refused.map((one) => (
          <li key={one.id}>
            <span aria-hidden="true">✗ </span>
            {t(`answered.${one.status}`, { title: one.draft.title, others: others(one) })}
          </li>
        ))}
      </ul>
    </div>
  );
};

const REFUSALS = ['declined', 'countered', 'voided'] as const;
const isRefusal = (status: Proposal['status']): status is (typeof REFUSALS)[number] =>
  (REFUSALS as readonly string[]).includes(status);

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
      id={cardId(proposal)}
      tabIndex={-1}
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
          {me !== null && waits.includes(me) ? `${t('proposal.short', balanceOf(draft, me))} ` : null}
          {t('proposal.waits', { powers: actorNames(scenario, waits) })}{' '}
          {t('proposal.expires', { quarter: quarterName(scenario, proposal.expires) })}
        </p>
      ) : null}
      {offer === undefined ? null : <Source note={offer.note} source={offer.source} />}
      <ClauseList clauses={draft.clauses} />
      {open ? <Meaning draft={draft} folded /> : null}
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
          <Button
            aria-label={t(mine ? 'proposal.amend.one' : 'proposal.counter.one', { title: proposal.draft.title })}
            onPress={counter}
          >
            {t(mine ? 'proposal.amend' : 'proposal.counter')}
          </Button>
          {mine ? (
            <Button
              kind="danger"
              aria-label={t('proposal.withdraw.one', { title: proposal.draft.title })}
              onPress={() => void act({ kind: 'withdrawProposal', proposal: proposal.id })}
            >
              {t('proposal.withdraw')}
            </Button>
          ) : (
            <Button
              kind="danger"
              aria-label={t('proposal.decline.one', { title: proposal.draft.title })}
              onPress={() => void act({ kind: 'decline', proposal: proposal.id })}
            >
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
