import { addressOf, type Route } from '../app/route.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { toast } from '../ui/toast.tsx';
import './share.css';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
/** A link to this very machine leads nobody else anywhere. */
export const isLocalAddress = (): boolean => LOCAL.includes(window.location.hostname);

export const copyLink = async (link: string): Promise<void> => {
  const copied = await copyText(link);
  toast(copied ? t('share.copied') : t('share.notCopied'), copied ? 'good' : 'warn');
};

/** The link, to be read, selected or copied. */
export const LinkLine = ({ link, label }: { readonly link: string; readonly label: string }) => (
  <div className="link-line">
    <input
      className="input"
      readOnly
      value={link}
      aria-label={label}
      onFocus={(event) => event.currentTarget.select()}
    />
    <Button onPress={() => void copyLink(link)}>{t('share.copy')}</Button>
  </div>
);

export const LocalNotice = () => (isLocalAddress() ? <Notice tone="warn">{t('share.local')}</Notice> : null);

type ShareProps = { readonly code: string | null; readonly otherwise: Route };

/** The letters, to be seen as a word and heard one by one. */
export const CodeLetters = ({ code, size = 'm' }: { readonly code: string; readonly size?: 's' | 'm' | 'l' }) => (
  <p className="share-code" data-size={size} role="img" aria-label={t('share.code', { code: [...code].join(' ') })}>
    {code}
  </p>
);

/** Brings people to a table: the code to say aloud, the link to send, the square to photograph. */
export const Share = ({ code, otherwise }: ShareProps) => {
  const link = addressOf(code === null ? otherwise : { kind: 'join', code });
  return (
    <section className="panel share" aria-labelledby="share-title">
      <h2 id="share-title">{t('share.title')}</h2>
      {code === null ? null : <CodeLetters code={code} />}
      <LinkLine link={link} label={t('share.link')} />
      <LocalNotice />
      <QrCode text={link} label={t('share.qr')} />
    </section>
  );
};
