import type { Admission } from '../match/admission.ts';
import type { Clock } from '../match/clock.ts';
import type { OpenMatch } from '../match/open-match.ts';

/** ms after its last answer for which somebody who asks again and again counts as here. */
const LINGER = 15_000;

type Present = { readonly person: string | null; readonly watching: boolean };
type Visit = { asking: number; leave: (() => void) | null };

/** Who polls is present as one who is connected: from the first request on, and a while after the last. */
export class PolledPresence {
  readonly #clock: Clock;
  readonly #visits = new WeakMap<OpenMatch, Map<string, Visit>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called when a request comes; its result, when it has been answered. */
  arrive(open: OpenMatch, admission: Admission, late: boolean): () => void {
    // In the gallery a spectator, and never present in a seat.
    const who: Present = late
      ? { person: null, watching: true }
      : { person: admission.person, watching: admission.as === 'spectator' };
    const name = `${admission.as} ${admission.person ?? ''} ${late}`;
    const visits = this.#visits.get(open) ?? new Map<string, Visit>();
    this.#visits.set(open, visits);
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
        open.presence.leave(who.person, who.watching);
        open.touched();
      });
    };
  }

  #enter(open: OpenMatch, who: Present): Visit {
    open.presence.enter(who.person, who.watching);
    open.touched();
    return { asking: 0, leave: null };
  }
}
