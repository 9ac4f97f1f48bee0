import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { useView } from '../panel-hooks.ts';

/** Who else reads what is written in a channel, or in that of all. */
export const Readers = ({ ofAll = false }: { readonly ofAll?: boolean }) => {
  const welcome = useMatch((state) => state.welcome);
  const { settings } = useView();
  const facilitated = welcome === null ? settings.facilitated : welcome.readers.now === 'parties-and-facilitator';
  if (ofAll) return settings.spectators ? t('readers.watching') : null;
  return t(facilitated ? 'readers.facilitator' : 'readers.parties');
};
