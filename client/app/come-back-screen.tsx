import { useEffect, useRef } from 'react';
import { ApiError } from '../net/problem.ts';
import { exchangeFor } from '../net/renewal.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { p } from '../text/privacy-text.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';
import { followed } from './return-link.ts';
import { goInstead, hrefOf } from './route.ts';

const comeBack = async (): Promise<void> => {
  const link = followed();
  if (link === null) return;
  try {
    await exchangeFor(link.token);
  } catch (error) {
    const isUsed = error instanceof ApiError && error.code === 'server/unknown-person';
    throw isUsed ? new ApiError('client/link-used', p('back.used'), 401) : error;
  }
  goInstead(link.to);
};

/** Behind a personal link: on to the seat at once, unless the browser is somebody else's. */
export const ComeBackScreen = () => {
  const act = useAct();
  const { run } = act;
  const asked = useRef(false);
  const { token, name } = session.get();
  const isFree = token === null;
  const link = followed();
  useTitle(p('back.title'));
  useEffect(() => {
    if (asked.current || !isFree || link === null) return;
    asked.current = true;
    run(comeBack);
  }, [run, isFree, link]);
  if (act.busy || (isFree && link !== null && act.problem === null)) return <Busy />;
  return (
    <div className="page join-page">
      <div className="panel stack">
        <h1>{p('back.title')}</h1>
        {act.problem !== null ? <Notice tone="bad">{act.problem}</Notice> : null}
        {link === null ? <p>{p('back.none')}</p> : null}
        {link !== null && act.problem === null ? (
          <p>{name === '' ? p('back.unnamed') : p('back.other', { name })}</p>
        ) : null}
        <div className="row">
          {link === null ? null : (
            <Button kind="primary" onPress={() => run(comeBack)}>
              {act.problem === null ? p('back.go') : p('back.again')}
            </Button>
          )}
          <ButtonLink href={hrefOf({ kind: 'home' })}>
            {link !== null && act.problem === null ? p('back.stay') : t('nav.home')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
};
