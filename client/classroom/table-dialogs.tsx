import { useState } from 'react';
import type { Sitter } from '../../shared/model/input.ts';
import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';
import { formatList } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PowerCode } from '../ui/power-mark.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import type { Acting } from './use-table-acts.ts';

type TableDialogProps = { readonly table: ConsoleTable; readonly acting: Acting };
const nameOf = ({ label }: ConsoleTable): string => t('console.table', { label });

/** Back to the start of a turn: what came after is undone, and stays in the record. */
export const RewindDialog = ({ table, acting }: TableDialogProps) => {
  const [turn, setTurn] = useState(String(table.turn));
  const [sameLuck, setSameLuck] = useState(true);
  const rewind = async (): Promise<void> => {
    if (await acting.send(table.match, { kind: 'rewind', turn: Number(turn), sameLuck })) acting.done();
  };
  return (
    <Dialog
      title={t('rewind.title', { table: nameOf(table) })}
      isOpen
      onClose={acting.done}
      foot={
        <>
          <Button onPress={acting.done}>{t('cancel')}</Button>
          <Button kind="primary" onPress={() => void rewind()}>
            {t('rewind.go')}
          </Button>
        </>
      }
    >
      <p>{t('rewind.text')}</p>
      <Select
        label={t('rewind.turn')}
        options={Array.from({ length: table.turn }, (_, i) => ({
          id: String(i + 1),
          label: t('rewind.to', { turn: i + 1 }),
        }))}
        value={turn}
        onChange={setTurn}
      />
      <Switch isSelected={sameLuck} onChange={setSameLuck}>
        {t('rewind.luck')}
      </Switch>
    </Dialog>
  );
};

/** Who plays when somebody is to play again: the people of the seat, or nobody. */
const playerOf = (seat: ConsoleSeat): Sitter => ({ by: seat.people.length > 0 ? 'human' : 'nobody' });

/** A seat to a bot, and back. */
export const SeatsDialog = ({ table, acting }: TableDialogProps) => (
  <Dialog
    title={t('seats.title', { table: nameOf(table) })}
    isOpen
    onClose={acting.done}
    foot={<Button onPress={acting.done}>{t('close')}</Button>}
  >
    <p className="soft">{t('seats.text')}</p>
    <ul className="plain-list">
      {table.seats.map((seat) => {
        const isBot = seat.sitter === 'bot';
        const sitter: Sitter = isBot ? playerOf(seat) : { by: 'bot', bot: 'scripted' };
        const names = seat.people.length > 0 ? formatList(seat.people.map(({ name }) => name)) : t('seat.free');
        return (
          <li key={seat.power} className="row">
            <PowerCode power={seat.power} />
            <span>{isBot ? t('seats.bot', { names }) : names}</span>
            <span className="push">
              <Button
                size="s"
                aria-label={`${t(isBot ? 'seats.back' : 'seats.give')}: ${seat.power}`}
                onPress={() => void acting.send(table.match, { kind: 'seat', power: seat.power, sitter })}
              >
                {t(isBot ? 'seats.back' : 'seats.give')}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  </Dialog>
);
