import { useState } from 'react';
import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { downloadJson } from '../ui/download.ts';
import { Switch } from '../ui/switch.tsx';

/** One file with the records of all tables, with or without what was said. */
export const RecordsButton = ({ classId, title }: { readonly classId: string; readonly title: string }) => {
  const [isOpen, setOpen] = useState(false);
  const [messages, setMessages] = useState(true);
  const act = useAct();
  const save = (): void =>
    act.run(async () => {
      downloadJson(await api.classRecords(classId, messages), `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`);
      setOpen(false);
    });
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('records.open')}
      </Button>
      <Dialog
        title={t('records.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button kind="primary" isPending={act.busy} onPress={save}>
              {t('records.go')}
            </Button>
          </>
        }
      >
        <p>{t('records.text')}</p>
        <Switch isSelected={messages} onChange={setMessages}>
          {t('records.messages')}
        </Switch>
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      </Dialog>
    </>
  );
};
