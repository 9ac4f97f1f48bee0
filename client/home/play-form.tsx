import { type FormEvent, useState } from 'react';
import type { Length, Pace } from '../../shared/model/state.ts';
import { go } from '../app/route.ts';
import { api } from '../net/api.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import {
  BOT_OPTIONS,
  botsCalled,
  LENGTH_OPTIONS,
  POWER_OPTIONS,
  QUICK_PACES,
  USUAL_BOTS,
} from '../ui/match-choices.ts';
import { NameField } from '../ui/name-field.tsx';
import { Select } from '../ui/select.tsx';

/** The shortest way into a match: everything is chosen already, and one button is enough. */
export const PlayForm = () => {
  const [name, setName] = useState(session.get().name);
  const [power, setPower] = useState('any');
  const [length, setLength] = useState<Length>('sprint');
  const [pace, setPace] = useState<Pace>('untimed');
  const [bots, setBots] = useState(USUAL_BOTS);
  const act = useAct();

  const play = (event: FormEvent): void => {
    event.preventDefault();
    if (act.busy) return;
    act.run(async () => {
      const { match } = await api.createMatch({
        kind: 'quick',
        name: name.trim() === '' ? t('home.guest') : name.trim(),
        length,
        pace,
        press: 'full',
        bots: botsCalled(bots),
        ...(power === 'any' ? {} : { power }),
      });
      go({ kind: 'match', match });
    });
  };

  return (
    <form className="panel play-form" onSubmit={play} aria-labelledby="play-title">
      <h2 id="play-title">{t('home.play.title')}</h2>
      <div className="play-pair">
        <NameField value={name} onChange={setName} placeholder={t('home.guest')} />
        <Select label={t('home.power')} options={POWER_OPTIONS} value={power} onChange={setPower} />
      </div>
      <Choice label={t('home.length')} options={LENGTH_OPTIONS} value={length} onChange={setLength} />
      <Choice label={t('home.pace')} options={QUICK_PACES} value={pace} onChange={setPace} />
      <Select label={t('home.bots')} options={BOT_OPTIONS} value={bots} onChange={setBots} />
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      <Button type="submit" kind="primary" size="l" isPending={act.busy}>
        {act.busy ? t('home.play.busy') : t('home.play')}
      </Button>
    </form>
  );
};
