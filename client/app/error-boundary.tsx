import { Component, type ReactNode } from 'react';
import { t } from '../text/text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';

type Props = { readonly children: ReactNode };

/** Whatever breaks in a screen ends here: a plain sentence, a way on, and nothing lost that was kept. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="page" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.text')}</p>
        <p className="small soft">{error.message}</p>
        <p className="row">
          <Button kind="primary" onPress={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <ButtonLink href="#/">{t('nav.home')}</ButtonLink>
        </p>
      </main>
    );
  }
}
