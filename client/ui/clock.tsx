import { useEffect, useState } from 'react';
import { formatClock, speakClock } from '../text/format.ts';
import { formatDeadline } from '../text/moments.ts';
import { t } from '../text/text.ts';

/** The time on our side, once a second while `running`. */
export const useNow = (running: boolean): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
};

type ClockProps = {
  /** server time; null is untimed */ readonly deadline: number | null;
  /** server clock minus ours */ readonly skew: number;
  /** set while paused: what was left */ readonly paused?: { readonly left: number | null } | null;
};

/** From here on nobody counts seconds: the moment itself is told, which does not go stale. */
const FAR = 3 * 3_600_000;

/** Counts down to a deadline of the server; tells one that is far away by day and hour, where the reader is. */
export const Clock = ({ deadline, skew, paused = null }: ClockProps) => {
  const now = useNow(paused === null && deadline !== null);
  if (paused !== null) {
    const left = paused.left === null ? '' : ` ${formatClock(paused.left)}`;
    return (
      <span className="clock figures" data-state="paused">
        {t('clock.paused')}
        {left}
      </span>
    );
  }
  if (deadline === null)
    return (
      <span className="clock soft" data-state="untimed">
        {t('clock.untimed')}
      </span>
    );
  const left = deadline - (now + skew);
  return (
    <span
      className="clock figures"
      data-state={left > FAR ? 'far' : left < 30_000 ? 'late' : 'running'}
      role="timer"
      aria-label={left > FAR ? formatDeadline(deadline - skew, left) : speakClock(left)}
    >
      {left > FAR ? formatDeadline(deadline - skew, left) : formatClock(left)}
    </span>
  );
};
