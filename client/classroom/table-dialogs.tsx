import { useState } from 'react';
import type { Sitter, Temperament } from '../../shared/model/input.ts';
import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import {
  BOT_OPTIONS,
  type BotsId,
  botsCalled,
  isNegotiator,
  TEMPERAMENT_OPTIONS,
  USUAL_BOTS,
} from '../ui/match-choices.ts';
import { PowerCode } from '../ui/power-mark.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';

import type { Acting } from './use-table-acts.ts';
import { whoSits } from './who-sits.ts';

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

type Temper = Temperament | 'drawn';
const sitterOf = (bots: BotsId, temper: Temper): Sitter => ({
  by: 'bot',
  ...botsCalled(bots),
  ...(isNegotiator(bots) && temper !== 'drawn' ? { temperament: temper } : {}),
});

/** A seat to a bot, and back. */
export const SeatsDialog = ({ table, acting }: TableDialogProps) => {
  const [bots, setBots] = useState(USUAL_BOTS);
  const [temper, setTemper] = useState<Temper>('drawn');
  return (
    <Dialog
      title={t('seats.title', { table: nameOf(table) })}
      isOpen
      onClose={acting.done}
      foot={<Button onPress={acting.done}>{t('close')}</Button>}
    >
      <p className="soft">{t('seats.text')}</p>
      <div className="class-pair">
        <Select label={t('seats.which')} options={BOT_OPTIONS} value={bots} onChange={setBots} />
        <Select
          label={t('seats.temperament')}
          options={TEMPERAMENT_OPTIONS}
          value={temper}
          onChange={setTemper}
          isDisabled={!isNegotiator(bots)}
        />
      </div>
      <ul className="plain-list class-seats">
        {table.seats.map((seat) => (
          <SeatRow
            key={seat.power}
            seat={seat}
            onChange={(sitter) => void acting.send(table.match, { kind: 'seat', power: seat.power, sitter })}
            bot={sitterOf(bots, temper)}
          />
        ))}
      </ul>
    </Dialog>
  );
};

type SeatRowProps = {
  readonly seat: ConsoleSeat;
  readonly bot: Sitter;
  readonly onChange: (sitter: Sitter) => void;
};

const SeatRow = ({ seat, bot, onChange }: SeatRowProps) => {
  const act = t(seat.bot === null ? 'seats.give' : 'seats.back');
  return (
    <li className="row">
      <PowerCode power={seat.power} />
      <span>{whoSits(seat)}</span>
      <span className="push">
        <Button
          size="s"
          aria-label={`${act}: ${seat.power}`}
          onPress={() => onChange(seat.bot === null ? bot : playerOf(seat))}
        >
          {act}
        </Button>
      </span>
    </li>
  );
};
