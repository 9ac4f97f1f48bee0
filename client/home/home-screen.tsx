import { useEffect, useState } from 'react';
import { go, hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { problemOf } from '../net/problem.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import './home.css';
import { HostDialog } from './host-dialog.tsx';
import { JoinForm } from './join-form.tsx';
import { MyMatches, OpenTables } from './match-lists.tsx';
import { PlayForm } from './play-form.tsx';
import { pickSavedFile } from './saved-file.ts';
import { ThisBrowser } from './this-browser.tsx';
import { VectorRose } from './vector-rose.tsx';

const THEMES = ['home.theme.align', 'home.theme.agree', 'home.theme.explain'] as const;

const ASK_AGAIN = 10_000;

/** Whether a game server answers here, asked until it does: the built page also opens from any file server, for replays. */
const useServer = (): string | null => {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      api.health().then(
        () => setProblem(null),
        (error: unknown) => {
          setProblem(problemOf(error).message);
          timer = setTimeout(ask, ASK_AGAIN);
        },
      );
    };
    ask();
    return () => clearTimeout(timer);
  }, []);
  return problem;
};

const openSaved = async (): Promise<void> => {
  if (await pickSavedFile()) go({ kind: 'openFile' });
};

const OtherWays = ({ onHost }: { readonly onHost: () => void }) => (
  <section className="ways" aria-label={t('home.ways')}>
    <div className="panel way">
      <h2>{t('home.host.title')}</h2>
      <p className="soft">{t('home.host.text')}</p>
      <Button onPress={onHost}>{t('home.host')}</Button>
    </div>
    <div className="panel way">
      <h2>{t('home.class.title')}</h2>
      <p className="soft">{t('home.class.text')}</p>
      <ButtonLink href={hrefOf({ kind: 'newClass' })}>{t('home.class')}</ButtonLink>
    </div>
    <div className="panel way">
      <h2>{t('home.file.title')}</h2>
      <p className="soft">{t('home.file.text')}</p>
      <Button onPress={() => void openSaved()}>{t('home.file')}</Button>
    </div>
  </section>
);

export const HomeScreen = () => {
  const [hosting, setHosting] = useState(false);
  const problem = useServer();
  return (
    <div className="home">
      <section className="hero">
        <div className="hero-relief" aria-hidden="true" />
        <div className="hero-inner">
          <div className="hero-words">
            <VectorRose />
            <h1>{t('title')}</h1>
            <p className="pitch">{t('home.pitch')}</p>
          </div>
          <div className="hero-forms">
            {problem === null ? null : (
              <Notice tone="warn">
                {problem} {t('home.noServer')}
              </Notice>
            )}
            <PlayForm />
            <JoinForm />
          </div>
          <div className="hero-more">
            <ul className="plain-list themes">
              {THEMES.map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
            <p className="small soft">
              {t('home.privacy')} <a href={hrefOf({ kind: 'privacy' })}>{t('foot.more')}</a>
            </p>
          </div>
        </div>
      </section>
      <div className="page">
        <OtherWays onHost={() => setHosting(true)} />
        <div className="lists">
          <OpenTables />
          <MyMatches />
        </div>
        <ThisBrowser />
      </div>
      <HostDialog isOpen={hosting} onClose={() => setHosting(false)} />
    </div>
  );
};
