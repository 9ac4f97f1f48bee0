import { useState } from 'react';
import { letters } from '../../net/letters.ts';
import { session } from '../../net/session.ts';
import { useAct } from '../../net/use-act.ts';
import { LinkLine } from '../../table/share.tsx';
import { t } from '../../text/match-text.ts';
import { Notice } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

/** An address for calendars and readers of feeds. It is shown once: the server keeps no copy of it. */
export const FeedPart = () => {
  const [token, setToken] = useState<string | null>(null);
  const act = useAct();
  if (session.get().token === null) return null;
  const make = (): void => act.run(async () => setToken((await letters.makeFeed()).token));
  const stop = (): void =>
    act.run(async () => {
      await letters.closeFeed();
      setToken(null);
      toast(t('feed.stopped'), 'good');
    });
  return (
    <section className="panel-part stack" aria-labelledby="time-feed">
      <h3 id="time-feed">{t('feed.title')}</h3>
      <p className="small soft">{t('feed.lead')}</p>
      {token === null ? null : (
        <>
          <LinkLine link={letters.feedAddress(token, 'ics')} label={t('feed.ics')} />
          <LinkLine link={letters.feedAddress(token, 'xml')} label={t('feed.xml')} />
        </>
      )}
      <div className="row">
        <Button size="s" isPending={act.busy} onPress={make}>
          {t(token === null ? 'feed.make' : 'feed.again')}
        </Button>
        <Button size="s" kind="quiet" isDisabled={act.busy} onPress={stop}>
          {t('feed.stop')}
        </Button>
      </div>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </section>
  );
};
