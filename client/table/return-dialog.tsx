import { useState } from 'react';
import { addressOf } from '../app/route.ts';
import { me } from '../net/me.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { useStore } from '../store/create-store.ts';
import { formatDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { LinkLine, LocalNotice } from './share.tsx';

type Given = { readonly link: string; readonly until: number };

/** Go on with one's own seat on another device: a link that is made when it is asked for, and good once. */
export const ReturnButton = ({ match }: { readonly match: string }) => {
  const isSomebody = useStore(session, ({ token }) => token !== null);
  const [given, setGiven] = useState<Given | null>(null);
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  if (!isSomebody) return null;
  const open = (): void => {
    setOpen(true);
    setGiven(null);
    act.run(async () => {
      const { token, expiresAt } = await me.returnLink();
      setGiven({ link: addressOf({ kind: 'return', token, to: { kind: 'match', match } }), until: expiresAt });
    });
  };
  return (
    <>
      <Button kind="quiet" onPress={open}>
        {t('return.open')}
      </Button>
      <Dialog title={t('return.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{t('return.text')}</p>
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
        {given === null ? act.busy ? <Busy /> : null : <Link given={given} />}
      </Dialog>
    </>
  );
};

const Link = ({ given }: { readonly given: Given }) => (
  <>
    <LinkLine link={given.link} label={t('return.link')} />
    <p className="small soft">{t('return.until', { date: formatDate(given.until) })}</p>
    <LocalNotice />
    <QrCode text={given.link} label={t('return.qr')} />
  </>
);
