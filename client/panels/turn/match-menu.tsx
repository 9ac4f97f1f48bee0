import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useMe, useSend, useTable, useView } from '../panel-hooks.ts';

type MatchMenuProps = {
  readonly onLeave?: () => void;
  readonly onKeys?: () => void;
  readonly onCommand?: () => void;
  readonly onTime?: () => void;
  readonly onPeople?: () => void;
};

/** Keys, leaving, and the two acts that end a match or a seat. */
export const MatchMenu = ({ onLeave, onKeys, onCommand, onTime, onPeople }: MatchMenuProps) => {
  const me = useMe();
  const { table } = useView();
  const { mayOrder } = useTable();
  const send = useSend();
  const [conceding, setConceding] = useState(false);
  const agrees = me !== null && (table.seats[me]?.agreesToEnd ?? false);
  const give = async (input: Parameters<typeof send>[0]): Promise<void> => {
    const sent = await send(input);
    if (!sent.ok) toast(sent.text, 'bad');
  };
  const act = (id: string): void => {
    if (id === 'keys') onKeys?.();
    if (id === 'command') onCommand?.();
    if (id === 'time') onTime?.();
    if (id === 'people') onPeople?.();
    if (id === 'leave') onLeave?.();
    if (id === 'end') void give({ kind: 'agreeToEnd', agree: !agrees });
    if (id === 'concede') setConceding(true);
  };
  return (
    <>
      <MenuTrigger>
        <Button kind="quiet" aria-label={t('menu')}>
          <span aria-hidden="true">☰</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="select-list" onAction={(key) => act(String(key))}>
            {onKeys === undefined ? null : (
              <MenuItem id="keys" className="select-item">
                {t('menu.keys')}
              </MenuItem>
            )}
            {mayOrder && onCommand !== undefined ? (
              <MenuItem id="command" className="select-item">
                {t('menu.command')}
              </MenuItem>
            ) : null}
            {onTime === undefined ? null : (
              <MenuItem id="time" className="select-item">
                {t('menu.time')}
              </MenuItem>
            )}
            {onPeople === undefined ? null : (
              <MenuItem id="people" className="select-item">
                {t('menu.people')}
              </MenuItem>
            )}
            {mayOrder ? (
              <MenuItem id="end" className="select-item">
                {t(agrees ? 'menu.end.not' : 'menu.end')}
              </MenuItem>
            ) : null}
            {mayOrder ? (
              <MenuItem id="concede" className="select-item">
                {t('menu.concede')}
              </MenuItem>
            ) : null}
            {onLeave === undefined ? null : (
              <MenuItem id="leave" className="select-item">
                {t('menu.leave')}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Dialog
        title={t('concede.title')}
        isOpen={conceding}
        onClose={() => setConceding(false)}
        mustDecide
        foot={
          <>
            <Button onPress={() => setConceding(false)}>{t('cancel')}</Button>
            <Button
              kind="danger"
              onPress={() => {
                setConceding(false);
                void give({ kind: 'concede' });
              }}
            >
              {t('menu.concede')}
            </Button>
          </>
        }
      >
        <p>{t('concede.text')}</p>
      </Dialog>
    </>
  );
};
