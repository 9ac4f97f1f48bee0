import { useState } from 'react';
import { go } from '../app/route.ts';
import { me } from '../net/me.ts';
import { leaveBrowser } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { p } from '../text/privacy-text.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';

const TOLD = ['mine.delete.1', 'mine.delete.2', 'mine.delete.3', 'mine.delete.4'] as const;

/** For good; said twice, because nothing brings it back. */
export const DeleteMe = () => {
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const close = (): void => setOpen(false);
  const erase = (): void =>
    act.run(async () => {
      const { still } = await me.erase();
      leaveBrowser();
      toast(still === 0 ? p('mine.deleted') : p('mine.deleted.still', { n: still }), 'good');
      go({ kind: 'home' });
    });
  return (
    <>
      <Button kind="danger" onPress={() => setOpen(true)}>
        {p('mine.delete')}
      </Button>
      <Dialog
        title={p('mine.delete.title')}
        isOpen={isOpen}
        onClose={close}
        mustDecide
        foot={
          <>
            <Button onPress={close} autoFocus>
              {t('cancel')}
            </Button>
            <Button kind="danger" isPending={act.busy} onPress={erase}>
              {p('mine.delete.go')}
            </Button>
          </>
        }
      >
        <ul>
          {TOLD.map((key) => (
            <li key={key}>{p(key)}</li>
          ))}
        </ul>
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      </Dialog>
    </>
  );
};
