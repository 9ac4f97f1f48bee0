import type { ComponentProps } from 'react';
import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { quarterName } from '../../text/names.ts';
import { Clock } from '../../ui/clock.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { MatchMenu } from './match-menu.tsx';
import { ReadyToggle } from './ready-toggle.tsx';
import { SeatChips } from './seat-chips.tsx';
import { TrackButtons } from './track-buttons.tsx';
import './turn-bar.css';

/** When it is, how long still, who is awaited, and what I have. */
export const TurnBar = (tools: ComponentProps<typeof MatchMenu>) => {
  const scenario = useScenario();
  const { board, table, settings } = useView();
  const me = useMe();
  const skew = useMatch((state) => state.skew);
  return (
    <section className="turnbar" aria-label={t('turnbar')}>
      <div className="turnbar-when">
        <h1 className="turnbar-quarter">
          {table.phase === 'table' ? scenario.title : quarterName(scenario, board.turn)}
        </h1>
        <p className="turnbar-phase">
          <span className="soft">{t('turn.of', { turn: Math.max(1, board.turn), turns: settings.turns })}</span>
          <span aria-live="polite">{t(`phase.${table.phase}`)}</span>
          {table.phase === 'ended' || table.phase === 'table' ? null : (
            <Clock deadline={table.deadline} skew={skew} paused={table.paused} />
          )}
          <LinkMark />
        </p>
      </div>
      <SeatChips />
      {me === null ? null : <TrackButtons power={me} />}
      <div className="turnbar-acts">
        <ReadyToggle />
        <MatchMenu {...tools} />
      </div>
    </section>
  );
};

/** Says when what is shown may be old. */
const LinkMark = () => {
  const link = useMatch((state) => state.link);
  return (
    <span className="turnbar-link" data-link={link} role="status">
      {link === 'live' ? <span className="hidden-text">{t('link.live')}</span> : t(`link.${link}`)}
    </span>
  );
};
