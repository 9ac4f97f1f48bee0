import { useState } from 'react';
import type { PowerId } from '../../../shared/model/ids.ts';
import { letters } from '../../net/letters.ts';
import { useAct } from '../../net/use-act.ts';
import { useMe, useScenario, useTable, useView } from '../../panels/panel-hooks.ts';
import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { Notice } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

/** Giving one's own seat up; and, for the host, opening that of somebody who is away. */
export const SeatsPart = ({ onLeft }: { readonly onLeft: () => void }) => {
  const scenario = useScenario();
  const { table } = useView();
  const { mayOrder } = useTable();
  const welcome = useMatch((state) => state.welcome);
  const me = useMe();
  const act = useAct();
  const [sure, setSure] = useState(false);
  // A match against bots is left by handing the seat over: nobody could come to claim it.
  if (welcome === null || welcome.code === null) return null;
  const away: readonly PowerId[] = Object.entries(table.seats).flatMap(([power, { sitter, conceded }]) =>
    sitter.by === 'bot' && sitter.standIn === true && sitter.open !== true && !conceded ? [power] : [],
  );
  const leave = (): void =>
    act.run(async () => {
      await letters.leave(welcome.match);
      onLeft();
    });
  const offer = (power: PowerId): void => act.run(async () => void (await letters.offer(welcome.match, power)));
  if (!mayOrder && !welcome.host) return null;
  return (
    <section className="panel-part stack" aria-labelledby="time-seats">
      <h3 id="time-seats">{t('seats.title')}</h3>
      {welcome.host && away.length > 0 ? (
        <>
          <p className="small soft">{t('seats.offer.text')}</p>
          <div className="row">
            {away.map((power) => (
              <Button key={power} size="s" isPending={act.busy} onPress={() => offer(power)}>
                {t('seats.offer', { power: actorName(scenario, power) })}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      {me !== null && mayOrder && sure ? (
        <section className="stack" aria-label={t('seats.leave.title')}>
          <p>{t('seats.leave.text')}</p>
          <div className="row">
            <Button size="s" onPress={() => setSure(false)}>
              {t('cancel')}
            </Button>
            <Button size="s" kind="danger" isPending={act.busy} onPress={leave}>
              {t('seats.leave')}
            </Button>
          </div>
        </section>
      ) : null}
      {me !== null && mayOrder && !sure ? (
        <div className="row">
          <Button size="s" onPress={() => setSure(true)}>
            {t('seats.leave')}
          </Button>
        </div>
      ) : null}
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </section>
  );
};
