import { useEffect, useState } from 'react';
import type { MatchSummary } from '../../shared/protocol/http.ts';
import { go } from '../app/route.ts';
import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';

type Seats = 'kept' | 'rotated';
const SEATS = (['kept', 'rotated'] as const).map((id) => ({
  id,
  label: t(`rematch.${id}`),
  note: t(`rematch.${id}.note`),
}));
const ASK_EVERY = 5_000;

/** What became of the table: whether somebody has set it again, asked as long as the result is looked at. */
const useSummary = (match: string | null): MatchSummary | null => {
  const [summary, setSummary] = useState<MatchSummary | null>(null);
  useEffect(() => {
    if (match === null) return;
    const ask = (): void => {
      if (document.visibilityState === 'visible') api.summary(match).then(setSummary, () => undefined);
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY);
    return () => clearInterval(timer);
  }, [match]);
  return summary;
};

/** The same people at a new table: whoever asks first sets it, the others come along. Teachers set their own. */
export const RematchPart = () => {
  const welcome = useMatch((state) => state.welcome);
  const mayPlay = welcome !== null && welcome.power !== null && welcome.classId === null;
  const summary = useSummary(mayPlay ? welcome.match : null);
  const [seats, setSeats] = useState<Seats>('kept');
  const act = useAct();
  if (!mayPlay || summary === null) return null;
  const again = (): void =>
    act.run(async () => go({ kind: 'match', match: (await api.rematch(welcome.match, seats)).match }));
  const isSet = summary.next !== undefined && summary.kind !== 'quick';
  return (
    <section className="rematch panel" aria-labelledby="rematch-title">
      <h2 id="rematch-title">{t('rematch.title')}</h2>
      {summary.kind === 'quick' || isSet ? null : <p className="soft">{t('rematch.text')}</p>}
      {isSet ? <p role="status">{t('rematch.there')}</p> : null}
      {isSet ? null : <Choice label={t('rematch.seats')} options={SEATS} value={seats} onChange={setSeats} />}
      <div>
        <Button kind={isSet ? 'primary' : 'plain'} isPending={act.busy} onPress={again}>
          {t(isSet ? 'rematch.come' : summary.kind === 'quick' ? 'rematch.quick' : 'rematch.go')}
        </Button>
      </div>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </section>
  );
};
