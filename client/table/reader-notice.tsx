import { type ReactNode, useMemo, useState } from 'react';
import type { Reply, WelcomeMessage } from '../../shared/protocol/messages.ts';
import { hrefOf } from '../app/route.ts';
import type { MatchConnection } from '../net/match-connection.ts';
import { keep, recall } from '../net/storage.ts';
import type { Intents, MatchStore } from '../store/match-store.ts';
import { formatDate } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

type Context = { readonly store: MatchStore; readonly intents: Intents };
type Asked = { readonly answer: (yes: boolean) => void };

/** Who can read what is written here: now, when the match is over, and for how long. */
export const ReadersText = ({ readers, kept }: Pick<WelcomeMessage, 'readers' | 'kept'>) => (
  <ul className="readers">
    <li>{readers.now === 'parties' ? t('readers.now.parties') : t('readers.now.facilitator')}</li>
    <li>{t('readers.later')}</li>
    <li>{t('readers.public')}</li>
    <li>
      {kept.until === null ? t('readers.kept', { n: kept.days }) : t('readers.until', { date: formatDate(kept.until) })}
    </li>
    <li>{t('readers.operator')}</li>
    <li>
      {t('readers.mine')} <a href={hrefOf({ kind: 'mine' })}>{t('readers.mine.link')}</a>
    </li>
  </ul>
);

/** No refusal of the server's: the writer thought better of it. Told by its own sentence like the others. */
const KEPT = { ok: false, refusal: { code: 'client/kept', because: {} } } as unknown as Reply;

const isTalk = (kind: string): boolean => kind === 'say' || kind === 'propose';

/** Holds back the first words of a match until their writer has been told who can read them. */
const telling =
  (send: NonNullable<Intents['send']>, key: string, ask: () => Promise<boolean>): NonNullable<Intents['send']> =>
  async (input) => {
    if (isTalk(input.kind) && recall(key) === null) {
      if (!(await ask())) return KEPT;
      keep(key, '1');
    }
    return send(input);
  };

export const useReaderNotice = (
  connection: MatchConnection,
  match: string,
): { readonly context: Context; readonly dialog: ReactNode } => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const context = useMemo((): Context => {
    const { store, intents } = connection;
    const ask = (): Promise<boolean> =>
      new Promise((answer) =>
        setAsked({
          answer: (yes) => {
            setAsked(null);
            answer(yes);
          },
        }),
      );
    return {
      store,
      intents: { ...intents, send: intents.send === null ? null : telling(intents.send, `told.${match}`, ask) },
    };
  }, [connection, match]);
  const welcome = connection.store.get().welcome;
  const dialog =
    welcome === null ? null : (
      <Dialog
        title={t('readers.title')}
        isOpen={asked !== null}
        onClose={() => asked?.answer(false)}
        foot={
          <>
            <Button onPress={() => asked?.answer(false)}>{t('readers.notYet')}</Button>
            <Button kind="primary" autoFocus onPress={() => asked?.answer(true)}>
              {t('readers.send')}
            </Button>
          </>
        }
      >
        <ReadersText readers={welcome.readers} kept={welcome.kept} />
      </Dialog>
    );
  return { context, dialog };
};
