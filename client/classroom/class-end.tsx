import { useEffect, useState } from 'react';
import { go } from '../app/route.ts';
import { me } from '../net/me.ts';
import { renewConsole, settleConsole } from '../net/renewal.ts';
import { forgetConsole } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { p } from '../text/privacy-text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { SureDialog } from '../ui/sure-dialog.tsx';
import { toast } from '../ui/toast.tsx';

/** A change of key whose answer was lost is found out about before the teacher stands at a closed door. */
export const useSettledKey = (classId: string): void => {
  useEffect(() => {
    void settleConsole(classId).then((changed) => changed && window.location.reload());
  }, [classId]);
};

/** For a console’s link that somebody else has seen. */
export const NewKey = ({ classId }: { readonly classId: string }) => {
  const act = useAct();
  const renew = (): void =>
    act.run(async () => {
      await renewConsole(classId);
      toast(p('class.key.done'), 'good');
      // The console of the old key is open behind this dialog.
      window.location.reload();
    });
  return (
    <section className="stack">
      <h3>{p('class.key')}</h3>
      <p className="small soft">{p('class.key.text')}</p>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      <div>
        <Button size="s" isPending={act.busy} onPress={renew}>
          {p('class.key.go')}
        </Button>
      </div>
    </section>
  );
};

export const DeleteClass = ({ classId }: { readonly classId: string }) => {
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const erase = (): void =>
    act.run(async () => {
      await me.eraseClass(classId);
      forgetConsole(classId);
      toast(p('class.deleted'), 'good');
      go({ kind: 'home' });
    });
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {p('class.delete')}
      </Button>
      <SureDialog
        title={p('class.delete.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        go={p('class.delete.go')}
        onGo={erase}
        isPending={act.busy}
        problem={act.problem}
      >
        <p>{p('class.delete.text')}</p>
      </SureDialog>
    </>
  );
};
