import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** Where one stands on the ladder of absence: turns that were missed, or a caretaker in one’s seat. */
export const StandInBanner = () => {
  const scenario = useScenario();
  const { table } = useView();
  const me = useMe();
  const match = useMatch((state) => state.welcome?.match ?? null);
  const act = useAct();
  const seat = me === null ? undefined : table.seats[me];
  if (me === null || seat === undefined) return null;
  if (seat.sitter.by !== 'bot' || seat.sitter.standIn !== true) {
    if (seat.missed === 0) return null;
    return (
      <div className="banners">
        <Notice tone="warn">
          {t('banner.missed', { n: seat.missed, misses: scenario.magnitudes.absence.misses })}
        </Notice>
      </div>
    );
  }
  return (
    <div className="banners">
      <Notice tone="warn">
        {t('banner.standin')}{' '}
        {match === null ? null : (
          <Button
            size="s"
            isPending={act.busy}
            onPress={() =>
              act.run(async () => {
                await api.takeSeat(match, me);
              })
            }
          >
            {t('banner.takeover')}
          </Button>
        )}
        {act.problem === null ? null : <p role="alert">{act.problem}</p>}
      </Notice>
    </div>
  );
};
