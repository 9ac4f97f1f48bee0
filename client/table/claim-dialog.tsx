import { useState } from 'react';
import type { PowerId } from '../../shared/model/ids.ts';
import { goInstead } from '../app/route.ts';
import { letters } from '../net/letters.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NameField } from '../ui/name-field.tsx';
import { powerName } from '../ui/power.ts';
import { Select } from '../ui/select.tsx';

type ClaimDialogProps = {
  readonly match: string;
  readonly powers: readonly PowerId[];
  readonly onClose: () => void;
  readonly onClaimed: () => void;
};

/** What it means to take somebody's seat is said before it is taken. */
export const ClaimDialog = ({ match, powers, onClose, onClaimed }: ClaimDialogProps) => {
  const [name, setName] = useState(session.get().name);
  const [power, setPower] = useState(powers[0] ?? '');
  const act = useAct();
  const claim = (): void => {
    if (name.trim() === '') {
      act.say(t('name.missing'));
      return;
    }
    act.run(async () => {
      await letters.claim(match, name.trim(), power);
      onClose();
      onClaimed();
      goInstead({ kind: 'match', match });
    });
  };
  const options = powers.map((id) => ({ id, label: `${powerName(id)} · ${id}` }));
  return (
    <Dialog
      title={t('claim.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" isPending={act.busy} onPress={claim}>
            {t('claim.go')}
          </Button>
        </>
      }
    >
      <p>{t('claim.text')}</p>
      <p>{t('claim.once')}</p>
      <Select label={t('claim.seat')} options={options} value={power} onChange={setPower} />
      <NameField value={name} onChange={setName} />
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </Dialog>
  );
};
