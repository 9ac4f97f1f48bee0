import type { Admission } from '../match/admission.ts';
import type { Clock } from '../match/clock.ts';
import type { OpenMatch } from '../match/open-match.ts';

/** ms after its last answer for which somebody who asks again and again counts as here. */
const LINGER = 15_000;

type Visit = { asking: number; leave: (() => void) | null };

/** Who polls is present as one who is connected: from the first request on, and a while after the last. */
export class PolledPresence {
  readonly #clock: Clock;
  readonly #visits = new WeakMap<OpenMatch, Map<string, Visit>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called when a request comes; its result, when it has been answered. */
  arrive(open: OpenMatch, who: Admission): () => void {
    const visits = this.#visits.get(open) ?? new Map<string, Visit>();
    this.#visits.set(open, visits);
    const name = `${who.as} ${who.person ?? ''}`;
    const visit = visits.get(name) ?? this.#enter(open, who);
    visits.set(name, visit);
    visit.asking += 1;
    visit.leave?.();
    visit.leave = null;
    return () => {
      visit.asking -= 1;
      if (visit.asking > 0) return;
      visit.leave = this.#clock.after(LINGER, () => {
        visits.delete(name);
        open.presence.leave(who.person, who.as === 'spectator');
        open.touched();
      });
    };
  }

  #enter(open: OpenMatch, who: Admission): Visit {
    open.presence.enter(who.person, who.as === 'spectator');
    open.touched();
    return { asking: 0, leave: null };
  }
}
