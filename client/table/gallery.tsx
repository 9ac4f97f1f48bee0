import { hrefOf } from '../app/route.ts';
import { useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';

/** Over a match that is seen late: how late, so that nobody takes it for the present. */
export const GalleryNotice = () => {
  const delay = useMatch((state) => state.welcome?.delay ?? null);
  const phase = useMatch((state) => state.view?.table.phase ?? null);
  if (delay === null || phase === 'ended' || phase === 'table') return null;
  return (
    <div className="gallery-notice">
      <Notice tone="note">{t('gallery.turn')}</Notice>
    </div>
  );
};

/** The match is being played, and nothing of it may be seen yet. */
export const GalleryWait = ({ delay }: { readonly delay: 'turn' | 'end' }) => (
  <div className="whole-notice">
    <div className="panel" role="status">
      <h1>{t(delay === 'turn' ? 'gallery.wait.title' : 'gallery.wait.end.title')}</h1>
      <p>{t(`gallery.wait.${delay}`)}</p>
      <div className="row">
        <ButtonLink href={hrefOf({ kind: 'home' })}>{t('nav.home')}</ButtonLink>
      </div>
    </div>
  </div>
);

/** The seat is open twice in this browser. */
export const TabsNotice = () => {
  const elsewhere = useMatch((state) => state.elsewhere);
  if (!elsewhere) return null;
  return (
    <div className="link-banner" data-tone="warn" role="status">
      <span>{t('tabs.elsewhere')}</span>
    </div>
  );
};
