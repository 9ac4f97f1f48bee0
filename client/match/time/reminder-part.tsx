import { useEffect, useState } from 'react';
import type { ReminderReply } from '../../../shared/protocol/feeds.ts';
import { letters } from '../../net/letters.ts';
import { useAct } from '../../net/use-act.ts';
import { useMe } from '../../panels/panel-hooks.ts';
import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { Notice } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Mail about turns, where the server sends any. */
export const ReminderPart = () => {
  const match = useMatch((state) => state.welcome?.match ?? null);
  const me = useMe();
  const [reminder, setReminder] = useState<ReminderReply | null>(null);
  const [address, setAddress] = useState('');
  const act = useAct();
  useEffect(() => {
    if (match !== null && me !== null) letters.reminder(match).then(setReminder, () => setReminder(null));
  }, [match, me]);
  if (match === null || me === null || reminder === null || !reminder.offered) return null;
  const save = (): void => act.run(async () => setReminder(await letters.remind(match, address.trim())));
  const stop = (): void => act.run(async () => setReminder(await letters.forget(match)));
  return (
    <section className="panel-part" aria-labelledby="time-mail">
      <h3 id="time-mail">{t('remind.title')}</h3>
      <p className="small soft">{t('remind.lead')}</p>
      {reminder.address === null ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!act.busy) save();
          }}
        >
          <TextField
            label={t('remind.address')}
            value={address}
            onChange={setAddress}
            type="email"
            maxLength={120}
            autoComplete="email"
          />
          <Button type="submit" size="s" isPending={act.busy} isDisabled={!address.includes('@')}>
            {t('remind.save')}
          </Button>
        </form>
      ) : (
        <p>
          {t('remind.on', { address: reminder.address })}{' '}
          <Button size="s" isPending={act.busy} onPress={stop}>
            {t('remind.stop')}
          </Button>
        </p>
      )}
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </section>
  );
};
