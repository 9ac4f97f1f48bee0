import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { HomeScreen } from '../home/home-screen.tsx';
import { LOCALE, t } from '../text/text.ts';
import { Busy } from '../ui/busy.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { hrefOf, parseRoute, type Route, useHash } from './route.ts';

const MatchPage = lazy(async () => ({ default: (await import('./match-page.tsx')).MatchPage }));
const ReplayPage = lazy(async () => ({ default: (await import('./replay-page.tsx')).ReplayPage }));
const JoinScreen = lazy(async () => ({ default: (await import('../table/join-screen.tsx')).JoinScreen }));
const StopScreen = lazy(async () => ({ default: (await import('../table/stop-screen.tsx')).StopScreen }));
const NewClassScreen = lazy(async () => ({
  default: (await import('../classroom/new-class-screen.tsx')).NewClassScreen,
}));
const ConsoleScreen = lazy(async () => ({ default: (await import('../classroom/console-screen.tsx')).ConsoleScreen }));
const WallScreen = lazy(async () => ({ default: (await import('../classroom/wall-screen.tsx')).WallScreen }));
const HelpScreen = lazy(async () => ({ default: (await import('../help/help-screen.tsx')).HelpScreen }));
const AboutScreen = lazy(async () => ({ default: (await import('../help/about-screen.tsx')).AboutScreen }));
const PrivacyScreen = lazy(async () => ({ default: (await import('../help/privacy-screen.tsx')).PrivacyScreen }));

const MyDataScreen = lazy(async () => ({ default: (await import('../home/my-data-screen.tsx')).MyDataScreen }));
const ComeBackScreen = lazy(async () => ({ default: (await import('./come-back-screen.tsx')).ComeBackScreen }));

const LostScreen = () => (
  <div className="page">
    <h1>{t('lost.title')}</h1>
    <p>{t('lost.text')}</p>
    <p>
      <ButtonLink href={hrefOf({ kind: 'home' })} kind="primary">
        {t('nav.home')}
      </ButtonLink>
    </p>
  </div>
);

const screenFor = (route: Route): ReactNode => {
  switch (route.kind) {
    case 'home':
      return <HomeScreen />;
    case 'match':
      return <MatchPage key={route.match} match={route.match} as="seat" />;
    case 'watch':
      return <MatchPage key={`watch ${route.match}`} match={route.match} as="spectator" />;
    case 'classTable':
      return <MatchPage key={`table ${route.match}`} match={route.match} as="facilitator" classId={route.classId} />;
    case 'replay':
      return <ReplayPage key={route.match} match={route.match} />;
    case 'openFile':
      return <ReplayPage match={null} />;
    case 'join':
      return <JoinScreen key={route.code} code={route.code} />;
    case 'stop':
      return <StopScreen key={route.reminder} match={route.match} reminder={route.reminder} />;
    case 'newClass':
      return <NewClassScreen />;
    case 'console':
      return <ConsoleScreen key={route.classId} classId={route.classId} />;
    case 'wall':
      return <WallScreen key={route.classId} classId={route.classId} wallKey={route.wallKey} />;
    case 'help':
      return <HelpScreen />;
    case 'about':
      return <AboutScreen />;
    case 'privacy':
      return <PrivacyScreen />;
    case 'mine':
      return <MyDataScreen />;
    case 'comeBack':
      return <ComeBackScreen />;
    case 'return':
      return <Busy />;
    case 'unknown':
      return <LostScreen />;
  }
};

/** Screens that fill the window and bring their own bars. */
const isWhole = (route: Route): boolean =>
  ['match', 'watch', 'classTable', 'replay', 'openFile', 'wall'].includes(route.kind);

/** After a change of place the reading starts at its heading; the first page keeps the browser's own start. */
const useFocusOnArrival = (hash: string): void => {
  const before = useRef(hash);
  useEffect(() => {
    if (before.current === hash) return;
    before.current = hash;
    window.scrollTo(0, 0);
    const timer = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('main h1');
      if (heading === null || document.querySelector('[role=dialog]') !== null) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [hash]);
};

export const App = () => {
  const hash = useHash();
  const route = useMemo(() => parseRoute(hash), [hash]);
  useFocusOnArrival(hash);
  return (
    <I18nProvider locale={LOCALE}>
      <ErrorBoundary key={hash}>
        <Frame whole={isWhole(route)} here={route.kind}>
          <Suspense fallback={<Busy />}>{screenFor(route)}</Suspense>
        </Frame>
      </ErrorBoundary>
      <ToastRegion />
    </I18nProvider>
  );
};
