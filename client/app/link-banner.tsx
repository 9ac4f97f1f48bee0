import { useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';

/** Above a match whenever it is not live: what is wrong, that nothing is lost, and what to do. */
export const LinkBanner = () => {
  const link = useMatch((state) => state.link);
  const problem = useMatch((state) => state.problem);
  if (link === 'live') return null;
  const over = link === 'closed';
  return (
    <div className="link-banner" data-tone={over ? 'bad' : 'warn'} role="status">
      <span>{over ? (problem?.text ?? t('match.closed.text')) : t('link.reconnecting')}</span>
      {!over && problem !== null ? <span className="soft">{problem.text}</span> : null}
      <span className="small soft">{t('link.kept')}</span>
      {over ? (
        <Button size="s" onPress={() => window.location.reload()}>
          {t('reload')}
        </Button>
      ) : null}
    </div>
  );
};
