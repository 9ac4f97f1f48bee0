import { useEffect, useState } from 'react';
import type { BlockList } from '../../shared/protocol/care.ts';
import { api } from '../net/api.ts';
import { leaveBrowser, session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { useStore } from '../store/create-store.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { SureDialog } from '../ui/sure-dialog.tsx';
import { toast } from '../ui/toast.tsx';

/** Who this browser is to the server, whom that person has blocked, and a way out for whoever it is not. */
export const ThisBrowser = () => {
  const token = useStore(session, (state) => state.token);
  const name = useStore(session, (state) => state.name);
  const [leaving, setLeaving] = useState(false);
  return (
    <section className="panel this-browser" aria-labelledby="browser-title">
      <h2 id="browser-title">{t('browser.title')}</h2>
      <p className="soft">{token === null ? t('browser.nobody') : t('browser.who', { name })}</p>
      {token === null ? null : <Blocked key={token} />}
      {token === null && name === '' ? null : (
        <div>
          <Button size="s" kind="quiet" onPress={() => setLeaving(true)}>
            {t('browser.leave')}
          </Button>
        </div>
      )}
      <LeaveDialog isOpen={leaving} onClose={() => setLeaving(false)} />
    </section>
  );
};

const Blocked = () => {
  const [blocks, setBlocks] = useState<BlockList['blocks']>([]);
  const act = useAct();
  useEffect(() => {
    api.blocks().then(
      (list) => setBlocks(list.blocks),
      () => undefined,
    );
  }, []);
  if (blocks.length === 0) return null;
  return (
    <>
      <h3>{t('browser.blocked')}</h3>
      <ul className="plain-list blocked-list">
        {blocks.map(({ id, name }) => (
          <li key={id} className="row">
            <span className="clip">{name}</span>
            <span className="push">
              <Button
                size="s"
                kind="quiet"
                isDisabled={act.busy}
                aria-label={t('browser.lift.of', { name })}
                onPress={() => act.run(async () => setBlocks((await api.liftBlock(id)).blocks))}
              >
                {t('browser.lift')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </>
  );
};

const LeaveDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const leave = async (): Promise<void> => {
    // The token is given up at the server too, if it answers: what was copied from here opens nothing any more.
    await api.signOutHere().catch(() => undefined);
    leaveBrowser();
    toast(t('browser.left'), 'good');
    onClose();
  };
  return (
    <SureDialog
      title={t('browser.leave.title')}
      isOpen={isOpen}
      onClose={onClose}
      go={t('browser.leave.go')}
      onGo={() => void leave()}
    >
      <p>{t('browser.leave.text')}</p>
    </SureDialog>
  );
};
