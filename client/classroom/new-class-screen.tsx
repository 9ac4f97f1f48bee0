import { type FormEvent, useState } from 'react';
import type { Length, Pace, PressMode } from '../../shared/model/state.ts';
import { goInstead } from '../app/route.ts';
import { api } from '../net/api.ts';
import { TITLE_LIMIT } from '../net/protocol.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import {
  BOT_OPTIONS,
  botsCalled,
  KEEP_OPTIONS,
  type KeepId,
  keptFor,
  LENGTH_OPTIONS,
  PACE_OPTIONS,
  PRESS_OPTIONS,
  USUAL_BOTS,
} from '../ui/match-choices.ts';
import { NameField } from '../ui/name-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTitle } from '../ui/use-title.ts';
import './classroom.css';

const MOST_TABLES = 12;
const SEATS = 6;

/** Everything that a class needs before the first student comes, in one form. */
export const NewClassScreen = () => {
  const [name, setName] = useState(session.get().name);
  const [title, setTitle] = useState('');
  const [tables, setTables] = useState(4);
  const [length, setLength] = useState<Length>('sprint');
  const [pace, setPace] = useState<Pace>('live');
  const [press, setPress] = useState<PressMode>('full');
  const [bots, setBots] = useState(USUAL_BOTS);
  const [keep, setKeep] = useState<KeepId>('90');
  const act = useAct();
  useTitle(t('class.new.title'));

  const create = (event: FormEvent): void => {
    event.preventDefault();
    if (act.busy) return;
    if (name.trim() === '' || title.trim() === '') {
      act.say(t('class.new.missing'));
      return;
    }
    act.run(async () => {
      const { classId } = await api.createClass({
        name: name.trim(),
        title: title.trim(),
        tables,
        length,
        pace,
        press,
        bots: botsCalled(bots),
        ...keptFor(keep),
      });
      goInstead({ kind: 'console', classId });
    });
  };

  return (
    <div className="page class-new">
      <div className="stack">
        <h1>{t('class.new.title')}</h1>
        <p className="soft">{t('class.new.text')}</p>
      </div>
      <form className="panel class-form" onSubmit={create}>
        <div className="class-pair">
          <TextField
            label={t('class.new.class')}
            value={title}
            onChange={setTitle}
            maxLength={TITLE_LIMIT}
            placeholder={t('class.new.class.hint')}
          />
          <NameField label={t('class.new.teacher')} value={name} onChange={setName} />
        </div>
        <NumberField
          label={t('class.new.tables')}
          value={tables}
          onChange={setTables}
          least={1}
          most={MOST_TABLES}
          note={t('class.new.tables.note', { tables, students: tables * SEATS })}
        />
        <Choice label={t('home.length')} options={LENGTH_OPTIONS} value={length} onChange={setLength} />
        <Choice label={t('home.pace')} options={PACE_OPTIONS} value={pace} onChange={setPace} />
        <Choice label={t('host.press')} options={PRESS_OPTIONS} value={press} onChange={setPress} />
        <Select label={t('host.bots')} options={BOT_OPTIONS} value={bots} onChange={setBots} />
        <Select label={t('keep.label')} options={KEEP_OPTIONS.slice(1)} value={keep} onChange={setKeep} />
        <Notice tone="calm">{t('class.new.readers')}</Notice>
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
        <div>
          <Button type="submit" kind="primary" size="l" isPending={act.busy}>
            {t('class.new.go')}
          </Button>
        </div>
      </form>
    </div>
  );
};
