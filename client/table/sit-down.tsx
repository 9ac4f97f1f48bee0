import { useEffect, useState } from 'react';
import type { MatchSummary } from '../../shared/protocol/http.ts';
import { hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { NameField } from '../ui/name-field.tsx';
import { powerName } from '../ui/power.ts';
import { Select } from '../ui/select.tsx';
import { ClaimDialog } from './claim-dialog.tsx';

/** At the door of a match in which one does not sit yet: take a free seat, or watch. */
export const SitDown = ({ match, onSeated }: { readonly match: string; readonly onSeated: () => void }) => {
  const [summary, setSummary] = useState<MatchSummary | null>(null);
  const [name, setName] = useState(session.get().name);
  const [power, setPower] = useState('any');
  const [claiming, setClaiming] = useState(false);
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
  // Once a match runs, a seat is taken only where it was declared open.
  const full = summary !== null && (summary.free.length === 0 || summary.phase !== 'table');
  const claimable = summary?.claimable ?? [];

  return (
    <div className="whole-notice">
      <div className="panel">
        <h1>{summary === null || summary.title === '' ? t('sit.title') : summary.title}</h1>
        <p className="soft">{t(claimable.length > 0 ? 'sit.claim' : full ? 'sit.full' : 'sit.text')}</p>
        <NameField value={name} onChange={setName} />
        {full ? null : <Select label={t('home.power')} options={options} value={power} onChange={setPower} />}
        <p className="small soft">
          {t('join.readers')} <a href={hrefOf({ kind: 'privacy' })}>{t('foot.more')}</a>
        </p>
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
        <div className="row">
          {full ? null : (
            <Button kind="primary" isPending={act.busy} onPress={() => enter(false)}>
              {t('seat.take')}
            </Button>
          )}
          {claimable.length === 0 ? null : (
            <Button kind="primary" onPress={() => setClaiming(true)}>
              {t('claim.title')}
            </Button>
          )}
          <Button isPending={act.busy} onPress={() => enter(true)}>
            {t('match.watch')}
          </Button>
          <ButtonLink href={hrefOf({ kind: 'home' })} kind="quiet">
            {t('nav.home')}
          </ButtonLink>
        </div>
        {claiming ? (
          <ClaimDialog match={match} powers={claimable} onClose={() => setClaiming(false)} onClaimed={onSeated} />
        ) : null}
      </div>
    </div>
  );
};
