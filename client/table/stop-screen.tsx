import { useEffect, useState } from 'react';
import { hrefOf } from '../app/route.ts';
import { letters } from '../net/letters.ts';
import { ApiError, problemOf } from '../net/problem.ts';
import { t } from '../text/text.ts';
import { Busy } from '../ui/busy.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';

/** Where the link at the foot of a mail leads: it has already done what it says. */
export const StopScreen = ({ match, reminder }: { readonly match: string; readonly reminder: string }) => {
  const [told, setTold] = useState<string | null>(null);
  useTitle(t('stop.title'));
  useEffect(() => {
    letters.stop(match, reminder).then(
      () => setTold(t('stop.done')),
      (error: unknown) =>
        setTold(error instanceof ApiError && error.status === 404 ? t('stop.gone') : problemOf(error).message),
    );
  }, [match, reminder]);
  return (
    <div className="page">
      <h1>{t('stop.title')}</h1>
      {told === null ? <Busy /> : <p role="status">{told}</p>}
      <p>
        <ButtonLink href={hrefOf({ kind: 'home' })}>{t('nav.home')}</ButtonLink>
      </p>
    </div>
  );
};
