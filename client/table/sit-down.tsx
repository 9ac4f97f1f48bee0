import { useEffect, useState } from 'react';
import type { MatchSummary } from '../../shared/protocol/http.ts';
import { hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { NAME_LIMIT } from '../net/protocol.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { powerName } from '../ui/power.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

/** At the door of a match in which one does not sit yet: take a free seat, or watch. */
export const SitDown = ({ match, onSeated }: { readonly match: string; readonly onSeated: () => void }) => {
  const [summary, setSummary] = useState<MatchSummary | null>(null);
  const [name, setName] = useState(session.get().name);
  const [power, setPower] = useState('any');
  const act = useAct();

  useEffect(() => {
    api.summary(match).then(setSummary, () => setSummary(null));
  }, [match]);

  const enter = (watch: boolean): void => {
    if (name.trim() === '') {
      act.say(t('name.missing'));
      return;
    }
    act.run(async () => {
      await api.joinMatch(match, name.trim(), {
        ...(power === 'any' || watch ? {} : { power }),
        ...(watch ? { watch } : {}),
      });
      onSeated();
    });
  };
  const options = [
    { id: 'any', label: t('power.any') },
    ...(summary?.free ?? []).map((id) => ({ id, label: `${powerName(id)} · ${id}` })),
  ];
  const full = summary !== null && (summary.free.length === 0 || summary.phase === 'ended');

  return (
    <div className="whole-notice">
      <div className="panel">
        <h1>{summary === null || summary.title === '' ? t('sit.title') : summary.title}</h1>
        <p className="soft">{full ? t('sit.full') : t('sit.text')}</p>
        <TextField
          label={t('name.label')}
          value={name}
          onChange={setName}
          maxLength={NAME_LIMIT}
          autoComplete="nickname"
        />
        {full ? null : <Select label={t('home.power')} options={options} value={power} onChange={setPower} />}
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
        <div className="row">
          {full ? null : (
            <Button kind="primary" isPending={act.busy} onPress={() => enter(false)}>
              {t('seat.take')}
            </Button>
          )}
          <Button isPending={act.busy} onPress={() => enter(true)}>
            {t('match.watch')}
          </Button>
          <ButtonLink href={hrefOf({ kind: 'home' })} kind="quiet">
            {t('nav.home')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
};
