import type { ReactNode } from 'react';
import { t } from '../text/text.ts';
import { Mark } from './mark.tsx';
import { hrefOf, type Route } from './route.ts';

type FrameProps = { readonly whole: boolean; readonly here: Route['kind']; readonly children: ReactNode };

const LINKS = [
  ['help', 'nav.help'],
  ['about', 'nav.about'],
  ['privacy', 'nav.privacy'],
] as const;

const Links = ({ here }: { readonly here: Route['kind'] }) =>
  LINKS.map(([kind, key]) => (
    <a key={kind} href={hrefOf({ kind })} aria-current={here === kind ? 'page' : undefined}>
      {t(key)}
    </a>
  ));

/** The bar above and the line below; a screen that fills the window has neither. */
export const Frame = ({ whole, here, children }: FrameProps) => {
  if (whole)
    return (
      <main id="main" className="whole">
        {children}
      </main>
    );
  return (
    <>
      <button type="button" className="skip-link" onClick={skipToMain}>
        {t('nav.skip')}
      </button>
      <header className="top-bar">
        <a className="brand" href={hrefOf({ kind: 'home' })} aria-current={here === 'home' ? 'page' : undefined}>
          <Mark />
          <span className={here === 'home' ? 'hidden-text' : undefined}>{t('title')}</span>
        </a>
        <nav className="top-links" aria-label={t('nav.label')}>
          <Links here={here} />
        </nav>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>{t('foot.map')}</p>
        <p>
          {t('foot.privacy')} <a href={hrefOf({ kind: 'privacy' })}>{t('foot.more')}</a> ·{' '}
          <a href={hrefOf({ kind: 'mine' })}>{t('nav.mine')}</a>
        </p>
      </footer>
    </>
  );
};

/** By hand, because the address after the `#` belongs to the router. */
const skipToMain = (): void => document.getElementById('main')?.focus();
