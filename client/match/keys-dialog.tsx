import { PANELS } from '../panels/panel-hooks.ts';
import { t } from '../text/match-text.ts';
import { Dialog } from '../ui/dialog.tsx';

export const KeysDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
    <dl className="panel-facts">
      {PANELS.map((panel, index) => (
        <div key={panel} className="keys-row">
          <dt>
            <kbd>{index + 1}</kbd>
          </dt>
          <dd>{t('keys.panel', { panel: t(`panel.${panel}`) })}</dd>
        </div>
      ))}
      <dt>
        <kbd>m</kbd>
      </dt>
      <dd>{t('keys.map')}</dd>
      <dt>
        <kbd>s</kbd>
      </dt>
      <dd>{t('keys.submit')}</dd>
      <dt>
        <kbd>r</kbd>
      </dt>
      <dd>{t('keys.ready')}</dd>
      <dt>
        <kbd>:</kbd> <kbd>/</kbd>
      </dt>
      <dd>{t('keys.command')}</dd>
      <dt>
        <kbd>?</kbd>
      </dt>
      <dd>{t('keys.help')}</dd>
      <dt>
        <kbd>Esc</kbd>
      </dt>
      <dd>{t('keys.escape')}</dd>
    </dl>
    <p className="soft small">{t('keys.note')}</p>
  </Dialog>
);
