import { draftState } from '../panels/orders/draft.ts';
import { useMe, useView } from '../panels/panel-hooks.ts';
import { unreadCount } from '../panels/talk/channels.ts';
import { useChannels } from '../panels/talk/talk-panel.tsx';
import { useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';

export type Mark = { readonly mark: string | null; readonly markText: string };
const NONE: Mark = { mark: null, markText: '' };

const counted = (count: number): Mark =>
  count === 0 ? NONE : { mark: String(count), markText: t('panel.unread', { n: count }) };

/** What waits behind a tab. */
export const usePanelMarks = (): ((panel: string) => Mark) => {
  const me = useMe();
  const { orders, proposals } = useView();
  const draft = useMatch((state) => state.drafts.orders);
  const channels = useChannels();
  const marks: { readonly [panel: string]: Mark } = {
    talk: counted(unreadCount(channels)),
    treaties: counted(
      me === null ? 0 : proposals.filter((one) => one.status === 'open' && !one.signed.includes(me)).length,
    ),
    orders: draftState(orders, draft) === 'changed' ? { mark: '•', markText: t('panel.changed') } : NONE,
  };
  return (panel) => marks[panel] ?? NONE;
};
