import { useState } from 'react';
import { addressOf } from '../app/route.ts';
import { consoleToken } from '../net/session.ts';
import { CodeLetters, LinkLine, LocalNotice } from '../table/share.tsx';
import { t } from '../text/text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { NewKey } from './class-end.tsx';

type CodeProps = { readonly code: string; readonly isLarge: boolean };

const CodeText = ({ code, link }: { readonly code: string; readonly link: string }) => (
  <>
    <CodeLetters code={code} size="l" />
    <LinkLine link={link} label={t('share.link')} />
    <LocalNotice />
    <p className="small soft">{t('console.readers')}</p>
  </>
);

const LateCode = ({ code, link }: { readonly code: string; readonly link: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="row" aria-label={t('console.code')}>
      <CodeLetters code={code} size="s" />
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('console.showCode')}
      </Button>
      <Dialog wide title={t('console.code')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <CodeText code={code} link={link} />
        <QrCode text={link} label={t('share.qr')} />
      </Dialog>
    </section>
  );
};

/** How the students come in: large until every table plays, then a line for those who are late. */
export const ClassCode = ({ code, isLarge }: CodeProps) => {
  const link = addressOf({ kind: 'join', code });
  if (!isLarge) return <LateCode code={code} link={link} />;
  return (
    <section className="panel class-code" aria-labelledby="code-title">
      <div className="class-code-text">
        <h2 id="code-title">{t('console.code')}</h2>
        <CodeText code={code} link={link} />
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
      <ButtonLink href={addressOf({ kind: 'wall', classId, wallKey })} newTab>
        {t('console.wall')}
      </ButtonLink>
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
          <NewKey classId={classId} />
        </Dialog>
      )}
    </>
  );
};
