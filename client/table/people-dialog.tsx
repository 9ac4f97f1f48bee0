import { useState } from 'react';
import type { PowerId } from '../../shared/model/ids.ts';
import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { powerName } from '../ui/power.ts';
import { PowerCode } from '../ui/power-mark.tsx';
import { toast } from '../ui/toast.tsx';
import './table.css';

type Deed = 'block' | 'sendAway';
type Asked = { readonly deed: Deed; readonly power: PowerId };
type PeopleDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Those who sit here in person, and what one may do about them. */
export const PeopleDialog = ({ isOpen, onClose }: PeopleDialogProps) => {
  const powers = useMatch((state) => state.scenario.powers);
  const people = useMatch((state) => state.people);
  const mine = useMatch((state) => state.welcome?.power ?? null);
  const inClass = useMatch((state) => (state.welcome?.classId ?? null) !== null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const others = powers.map(({ id }) => id).filter((id) => id !== mine && (people[id] ?? []).length > 0);
  if (asked !== null) return <Sure asked={asked} onDone={() => setAsked(null)} />;
  return (
    <Dialog title={t('people.title')} isOpen={isOpen} onClose={onClose}>
      {others.length === 0 ? <p className="soft">{t('people.none')}</p> : <p className="soft">{t('people.text')}</p>}
      {inClass && others.length > 0 ? <p className="soft">{t('people.class')}</p> : null}
      <ul className="plain-list people-list">
        {others.map((power) => (
          <PersonRow key={power} power={power} onAsk={setAsked} onReport={onClose} />
        ))}
      </ul>
    </Dialog>
  );
};

type PersonRowProps = {
  readonly power: PowerId;
  readonly onAsk: (asked: Asked) => void;
  readonly onReport: () => void;
};

const PersonRow = ({ power, onAsk, onReport }: PersonRowProps) => {
  const names = useMatch((state) => state.people)[power] ?? [];
  const welcome = useMatch((state) => state.welcome);
  const isMuted = useMatch((state) => state.muted.includes(power));
  const { mute, report } = useIntents();
  const inClass = (welcome?.classId ?? null) !== null;
  const name = powerName(power);
  const deed = (key: 'report' | Deed, act: () => void) => (
    <Button size="s" kind="quiet" aria-label={t(`people.${key}.of`, { power: name })} onPress={act}>
      {t(`people.${key}`)}
    </Button>
  );
  return (
    <li className="people-row">
      <p className="people-who">
        <PowerCode power={power} /> <span>{names.map((one) => one.name).join(', ')}</span>
      </p>
      <div className="row">
        <Button
          size="s"
          kind="quiet"
          aria-label={t(isMuted ? 'people.unmute.of' : 'people.mute.of', { power: name })}
          onPress={() => mute(power, !isMuted)}
        >
          {t(isMuted ? 'people.unmute' : 'people.mute')}
        </Button>
        {inClass || report === null
          ? null
          : deed('report', () => {
              onReport();
              report({ power, message: null });
            })}
        {inClass || welcome?.power == null ? null : deed('block', () => onAsk({ deed: 'block', power }))}
        {inClass || welcome?.host !== true ? null : deed('sendAway', () => onAsk({ deed: 'sendAway', power }))}
      </div>
    </li>
  );
};

const Sure = ({ asked, onDone }: { readonly asked: Asked; readonly onDone: () => void }) => {
  const { deed, power } = asked;
  const match = useMatch((state) => state.welcome?.match ?? '');
  const people = useMatch((state) => state.people)[power] ?? [];
  const act = useAct();
  const name = people.map((one) => one.name).join(', ') || powerName(power);
  const go = (): void =>
    act.run(async () => {
      await api[deed](match, power);
      toast(t(`${deed}.done`), 'good');
      onDone();
    });
  return (
    <Dialog
      title={t(`${deed}.title`, { name })}
      isOpen
      onClose={onDone}
      mustDecide
      foot={
        <>
          <Button onPress={onDone}>{t('cancel')}</Button>
          <Button kind="danger" isPending={act.busy} onPress={go}>
            {t(`people.${deed}`)}
          </Button>
        </>
      }
    >
      <p>{t(`${deed}.text`)}</p>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </Dialog>
  );
};

/** Opens the list of people. */
export const PeopleButton = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="s" onPress={() => setOpen(true)}>
        {t('people.open')}
      </Button>
      <PeopleDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
};
