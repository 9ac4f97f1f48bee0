import { lazy, type ReactNode, Suspense } from 'react';
import type { MatchConnection } from '../net/match-connection.ts';
import { type MatchRole, useMatchConnection } from '../net/use-match-connection.ts';
import { useStore } from '../store/create-store.ts';
import { MatchContext, useMatch } from '../store/match-store.ts';
import { GalleryWait, TabsNotice } from '../table/gallery.tsx';
import { useReaderNotice } from '../table/reader-notice.tsx';
import { ReportDialog } from '../table/report-dialog.tsx';
import { SitDown } from '../table/sit-down.tsx';
import { TableScreen } from '../table/table-screen.tsx';
import { t } from '../text/text.ts';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';
import { LinkBanner } from './link-banner.tsx';
import { hrefOf } from './route.ts';

const MatchScreen = lazy(async () => ({ default: (await import('../match/match-screen.tsx')).MatchScreen }));
const ResultScreen = lazy(async () => ({ default: (await import('../match/result-screen.tsx')).ResultScreen }));

/** What stands in a person's way before there is anything to show. */
const WholeNotice = ({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) => (
  <div className="whole-notice">
    <div className="panel" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="row">{children}</div>
    </div>
  </div>
);

const HomeLink = () => <ButtonLink href={hrefOf({ kind: 'home' })}>{t('nav.home')}</ButtonLink>;
const Reload = () => (
  <Button kind="primary" onPress={() => window.location.reload()}>
    {t('reload')}
  </Button>
);

const OUTSIDERS = ['server/not-a-member', 'server/unknown-person'];

type BodyProps = {
  readonly match: string;
  readonly as: MatchRole;
  readonly connection: MatchConnection;
  readonly again: () => void;
};

/** Before there is a view: on the way, at the door, or turned away. */
const Waiting = ({ match, as, connection, again }: BodyProps) => {
  const problem = useStore(connection.store, (state) => state.problem);
  const link = useStore(connection.store, (state) => state.link);
  if (link !== 'closed') {
    return (
      <div className="whole-notice">
        <div>
          <Busy text={t('match.connecting')} />
          {problem === null ? null : <p className="soft">{problem.text}</p>}
        </div>
      </div>
    );
  }
  if (problem !== null && as !== 'facilitator' && OUTSIDERS.includes(problem.code))
    return <SitDown match={match} onSeated={again} />;
  return (
    <WholeNotice
      title={t(problem?.code === 'server/old-client' ? 'match.old.title' : 'match.closed.title')}
      text={problem?.text ?? t('match.closed.text')}
    >
      <Reload />
      <HomeLink />
    </WholeNotice>
  );
};

const Screen = ({ phase }: { readonly phase: 'table' | 'negotiation' | 'orders' | 'ended' }) => {
  const delay = useMatch((state) => state.welcome?.delay ?? null);
  if (phase === 'table' && delay !== null) return <GalleryWait delay={delay} />;
  if (phase === 'table') return <TableScreen />;
  return phase === 'ended' ? <ResultScreen /> : <MatchScreen />;
};

const Body = (props: BodyProps) => {
  const { connection, match } = props;
  const phase = useStore(connection.store, (state) => state.view?.table.phase ?? null);
  const title = useStore(connection.store, (state) => state.welcome?.title ?? '');
  const notice = useReaderNotice(connection, match);
  useTitle(title === '' ? t('match.title') : title);
  if (phase === null) return <Waiting {...props} />;
  return (
    <MatchContext value={notice.context}>
      <LinkBanner inMatch={phase !== 'table'} />
      <TabsNotice />
      <Suspense fallback={<Busy text={t('match.loading')} />}>
        <Screen phase={phase} />
      </Suspense>
      {notice.dialog}
      <ReportDialog />
    </MatchContext>
  );
};

type MatchPageProps = { readonly match: string; readonly as: MatchRole; readonly classId?: string };

/** One address for a match from its table to its result. */
export const MatchPage = ({ match, as, classId }: MatchPageProps) => {
  const { connection, failed, again } = useMatchConnection(match, as, classId ?? null);
  if (failed)
    return (
      <WholeNotice title={t('broken.title')} text={t('problem.net/unreachable')}>
        <Reload />
        <HomeLink />
      </WholeNotice>
    );
  if (connection === null) return <Busy />;
  return <Body match={match} as={as} connection={connection} again={again} />;
};
