import { useEffect, useRef } from 'react';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { Message } from '../../shared/model/state.ts';
import type { ConsoleTable } from '../../shared/protocol/http.ts';
import { hrefOf } from '../app/route.ts';
import type { MatchConnection } from '../net/match-connection.ts';
import { useMatchConnection } from '../net/use-match-connection.ts';
import { useStore } from '../store/create-store.ts';
import { saidText } from '../text/said-text.ts';
import { t } from '../text/text.ts';
import { Badge, Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PowerCode } from '../ui/power-mark.tsx';
import { Tabs } from '../ui/tabs.tsx';

const Codes = ({ powers }: { readonly powers: readonly string[] }) => (
  <span className="codes">
    {powers.map((power) => (
      <PowerCode key={power} power={power} />
    ))}
  </span>
);

const Line = ({ message }: { readonly message: Message }) => {
  const others = message.channel.split('-').filter((power) => power !== message.by);
  return (
    <li>
      <span className="small">
        <PowerCode power={message.by} /> <span aria-hidden="true">→</span>
        <span className="hidden-text">{t('channels.to')}</span> <Codes powers={others} />{' '}
        <span className="soft">{t('channels.turn', { turn: message.turn })}</span>
      </span>
      <p>{saidText(message.text)}</p>
    </li>
  );
};

/** Everything that was said, newest at the foot and in sight. */
const Messages = ({ messages }: { readonly messages: readonly Message[] }) => {
  const end = useRef<HTMLLIElement>(null);
  // In braces: newer browsers answer scrollIntoView with a promise, which React would call as the effect's end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest message
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages.length]);
  if (messages.length === 0) return <p className="soft">{t('channels.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ol className="plain-list channel-lines" tabIndex={0} aria-label={t('channels.messages')}>
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
      <li ref={end} aria-hidden="true" />
    </ol>
  );
};

const Proposals = ({ proposals }: { readonly proposals: SeatView['proposals'] }) =>
  proposals.length === 0 ? (
    <p className="soft">{t('channels.noProposals')}</p>
  ) : (
    <ul className="plain-list channel-lines">
      {[...proposals].reverse().map((proposal) => (
        <li key={proposal.id}>
          <p>
            <strong>{proposal.draft.title}</strong> <Badge>{t(`proposal.${proposal.status}`)}</Badge>{' '}
            <Badge>{t(`visibility.${proposal.draft.visibility}`)}</Badge>
          </p>
          <p className="small soft">
            {t('channels.by')} <PowerCode power={proposal.by} /> · <Codes powers={proposal.draft.parties} /> ·{' '}
            {t('channels.clauses', { n: proposal.draft.clauses.length })} · {t('channels.signedBy')}{' '}
            <Codes powers={proposal.signed} />
          </p>
        </li>
      ))}
    </ul>
  );

const Agreements = ({ agreements }: { readonly agreements: SeatView['agreements'] }) => {
  const made = agreements.filter(({ origin }) => origin !== 'standing');
  if (made.length === 0) return <p className="soft">{t('channels.noAgreements')}</p>;
  return (
    <ul className="plain-list channel-lines">
      {[...made].reverse().map((agreement) => (
        <li key={agreement.id}>
          <p>
            <strong>{agreement.title}</strong> <Badge>{t(`agreement.${agreement.status}`)}</Badge>{' '}
            <Badge>{t(`visibility.${agreement.visibility}`)}</Badge>
          </p>
          <p className="small soft">
            <Codes powers={agreement.parties} /> · {t('channels.clauses', { n: agreement.clauses.length })}
            {agreement.clauses.some(({ breachedBy }) => breachedBy.length > 0) ? (
              <>
                {' '}
                · <Badge tone="bad">{t('channels.breached')}</Badge>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
};

const Live = ({ connection }: { readonly connection: MatchConnection }) => {
  const view = useStore(connection.store, (state) => state.view);
  const problem = useStore(connection.store, (state) => state.problem);
  if (view === null) return problem === null ? <Busy /> : <Notice tone="bad">{problem.text}</Notice>;
  return (
    <Tabs
      label={t('channels.tabs')}
      tabs={[
        {
          id: 'messages',
          label: `${t('channels.messages')} (${view.messages.length})`,
          content: <Messages messages={view.messages} />,
        },
        {
          id: 'proposals',
          label: `${t('channels.proposals')} (${view.proposals.length})`,
          content: <Proposals proposals={view.proposals} />,
        },
        { id: 'agreements', label: t('channels.agreements'), content: <Agreements agreements={view.agreements} /> },
      ]}
    />
  );
};

type ChannelsDialogProps = { readonly classId: string; readonly table: ConsoleTable; readonly onClose: () => void };

/** A table's channels as the facilitator may read them, live. Everybody at the table was told so at the start. */
export const ChannelsDialog = ({ classId, table, onClose }: ChannelsDialogProps) => {
  const { connection } = useMatchConnection(table.match, 'facilitator', classId);
  return (
    <Dialog
      wide
      title={t('channels.title', { table: t('console.table', { label: table.label }) })}
      isOpen
      onClose={onClose}
      foot={
        table.phase === 'ended' ? (
          <ButtonLink href={hrefOf({ kind: 'replay', match: table.match })}>{t('match.replay')}</ButtonLink>
        ) : (
          <ButtonLink href={hrefOf({ kind: 'classTable', classId, match: table.match })}>
            {t('channels.whole')}
          </ButtonLink>
        )
      }
    >
      {connection === null ? <Busy /> : <Live connection={connection} />}
    </Dialog>
  );
};
