import { useState } from 'react';
import type { Length, Pace, PressMode } from '../../shared/model/state.ts';
import type { CreateMatch } from '../../shared/protocol/http.ts';
import { go } from '../app/route.ts';
import { api } from '../net/api.ts';
import { TITLE_LIMIT } from '../net/protocol.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import {
  BOT_OPTIONS,
  botsCalled,
  KEEP_OPTIONS,
  type KeepId,
  keptFor,
  LENGTH_OPTIONS,
  PACE_OPTIONS,
  POWER_OPTIONS,
  PRESS_OPTIONS,
  USUAL_BOTS,
} from '../ui/match-choices.ts';
import { NameField } from '../ui/name-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

type Kind = 'private' | 'public';
const KIND_OPTIONS = [
  { id: 'private' as const, label: t('host.private'), note: t('host.private.note') },
  { id: 'public' as const, label: t('host.public'), note: t('host.public.note') },
];

type Watch = NonNullable<CreateMatch['spectators']>;
const WATCH_OPTIONS = (['none', 'live', 'turn', 'end'] as const).map((id) => ({
  id,
  label: t(`host.watch.${id}`),
  note: t(`host.watch.${id}.note`),
}));
/** As the server has it where nobody chooses. */
const USUAL_WATCH: { readonly [K in Kind]: Watch } = { private: 'live', public: 'turn' };

/** A table for people: a link and a code, or in everybody's list. */
export const HostDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const [kind, setKind] = useState<Kind>('private');
  const [name, setName] = useState(session.get().name);
  const [title, setTitle] = useState('');
  const [power, setPower] = useState('any');
  const [length, setLength] = useState<Length>('short');
  const [pace, setPace] = useState<Pace>('live');
  const [press, setPress] = useState<PressMode>('full');
  const [bots, setBots] = useState(USUAL_BOTS);
  const [watch, setWatch] = useState<Watch | null>(null);
  const [keep, setKeep] = useState<KeepId>('usual');
  const act = useAct();

  const host = (): void => {
    if (name.trim() === '') {
      act.say(t('name.missing'));
      return;
    }
    act.run(async () => {
      const { match } = await api.createMatch({
        kind,
        name: name.trim(),
        length,
        pace,
        press,
        bots: botsCalled(bots),
        spectators: watch ?? USUAL_WATCH[kind],
        ...keptFor(keep),
        ...(power === 'any' ? {} : { power }),
        ...(title.trim() === '' ? {} : { title: title.trim() }),
      });
      onClose();
      go({ kind: 'match', match });
    });
  };

  return (
    <Dialog
      title={t('host.title')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" isPending={act.busy} onPress={host}>
            {t('host.go')}
          </Button>
        </>
      }
    >
      <Choice label={t('host.kind')} options={KIND_OPTIONS} value={kind} onChange={setKind} />
      <NameField value={name} onChange={setName} />
      <TextField
        label={t('host.name')}
        value={title}
        onChange={setTitle}
        maxLength={TITLE_LIMIT}
        placeholder={t('host.name.hint')}
      />
      <Select label={t('home.power')} options={POWER_OPTIONS} value={power} onChange={setPower} />
      <Choice label={t('home.length')} options={LENGTH_OPTIONS} value={length} onChange={setLength} />
      <Choice label={t('home.pace')} options={PACE_OPTIONS} value={pace} onChange={setPace} />
      <Choice label={t('host.press')} options={PRESS_OPTIONS} value={press} onChange={setPress} />
      <Select label={t('host.bots')} options={BOT_OPTIONS} value={bots} onChange={setBots} />
      <Choice label={t('host.watch')} options={WATCH_OPTIONS} value={watch ?? USUAL_WATCH[kind]} onChange={setWatch} />
      <Select label={t('keep.label')} options={KEEP_OPTIONS} value={keep} onChange={setKeep} />
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </Dialog>
  );
};
