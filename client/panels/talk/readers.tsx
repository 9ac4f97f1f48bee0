import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { useView } from '../panel-hooks.ts';

/** Who else reads what is written here. */
export const Readers = () => {
  const welcome = useMatch((state) => state.welcome);
  const { settings } = useView();
  const facilitated = welcome === null ? settings.facilitated : welcome.readers.now === 'parties-and-facilitator';
  return <>{t(facilitated ? 'readers.facilitator' : 'readers.parties')}</>;
};
