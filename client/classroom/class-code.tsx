import { useState } from 'react';
import { addressOf } from '../app/route.ts';
import { consoleToken } from '../net/session.ts';
import { LinkLine, LocalNotice } from '../table/share.tsx';
import { t } from '../text/text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QrCode } from '../ui/qr-code.tsx';

/** How the students come in: large enough to be read from the last row. */
export const ClassCode = ({ code }: { readonly code: string }) => {
  const link = addressOf({ kind: 'join', code });
  return (
    <section className="panel class-code" aria-labelledby="code-title">
      <div className="class-code-text">
        <h2 id="code-title">{t('console.code')}</h2>
        <p
          className="share-code class-code-letters"
          role="img"
          aria-label={t('share.code', { code: [...code].join(' ') })}
        >
          {code}
        </p>
        <LinkLine link={link} label={t('share.link')} />
        <LocalNotice />
        <p className="small soft">{t('console.readers')}</p>
      </div>
      <QrCode text={link} label={t('share.qr')} />
    </section>
  );
};

type LinksProps = { readonly classId: string; readonly wallKey: string };

/** The wall for the projector, and the console for another device. */
export const ClassLinks = ({ classId, wallKey }: LinksProps) => {
  const [isOpen, setOpen] = useState(false);
  const token = consoleToken(classId);
  return (
    <>
      <ButtonLink href={addressOf({ kind: 'wall', classId, wallKey })}>{t('console.wall')}</ButtonLink>
      {token === null ? null : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t('console.elsewhere')}
        </Button>
      )}
      {token === null ? null : (
        <Dialog title={t('console.elsewhere')} isOpen={isOpen} onClose={() => setOpen(false)}>
          <p>{t('console.elsewhere.text')}</p>
          <LinkLine
            link={addressOf({ kind: 'return', token, to: { kind: 'console', classId } })}
            label={t('return.link')}
          />
          <LocalNotice />
        </Dialog>
      )}
    </>
  );
};
