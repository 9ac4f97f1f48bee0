import { useState } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { LinkLine, LocalNotice, returnAddress } from './share.tsx';

/** Go on with one's own seat on another device. */
export const ReturnButton = ({ match }: { readonly match: string }) => {
  const [isOpen, setOpen] = useState(false);
  const link = returnAddress(match);
  if (link === null) return null;
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('return.open')}
      </Button>
      <Dialog title={t('return.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{t('return.text')}</p>
        <LinkLine link={link} label={t('return.link')} />
        <LocalNotice />
        <QrCode text={link} label={t('return.qr')} />
      </Dialog>
    </>
  );
};
