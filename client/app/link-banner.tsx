import { useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';

/**
 * Above a table whenever it is not live: what is wrong, that nothing is lost, and what to do. The screen of
 * a running match tells of its own link, so there only the end of it is ours to tell.
 */
export const LinkBanner = ({ inMatch }: { readonly inMatch: boolean }) => {
  const link = useMatch((state) => state.link);
  const problem = useMatch((state) => state.problem);
  const over = link === 'closed';
  if (link === 'live' || (inMatch && !over)) return null;
  return (
    <div className="link-banner" data-tone={over ? 'bad' : 'warn'} role="status">
      <span>{over ? (problem?.text ?? t('match.closed.text')) : t('link.reconnecting')}</span>
      <span className="small soft">{t('link.kept')}</span>
      {over ? (
        <Button size="s" onPress={() => window.location.reload()}>
          {t('reload')}
        </Button>
      ) : null}
    </div>
  );
};
