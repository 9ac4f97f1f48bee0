import { useState } from 'react';
import { go } from '../app/route.ts';
import { me } from '../net/me.ts';
import { leaveBrowser } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { p } from '../text/privacy-text.ts';
import { Button } from '../ui/button.tsx';
import { SureDialog } from '../ui/sure-dialog.tsx';
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
      <SureDialog
        title={p('mine.delete.title')}
        isOpen={isOpen}
        onClose={close}
        go={p('mine.delete.go')}
        onGo={erase}
        isPending={act.busy}
        problem={act.problem}
      >
        <ul>
          {TOLD.map((key) => (
            <li key={key}>{p(key)}</li>
          ))}
        </ul>
      </SureDialog>
    </>
  );
};
