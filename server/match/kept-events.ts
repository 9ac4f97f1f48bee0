import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { GameEvent } from '../../shared/model/event.ts';
import type { EventLog, MatchState } from '../../shared/model/state.ts';
import type { Keep } from '../../shared/replay/fold.ts';
import { packEvents, unpackEvents } from '../../shared/wire/pack-events.ts';

/** So many stay as they are when a turn closes: more than a change is told from (`TAIL`), and of each turn somebody may not see all. */
const NEAR = 40;
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 9 } };

/** Events as packed text, compressed: a twentieth of what they take as objects. */
type Far = {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly highestTurn: number;
  /** By which tellings know the match. */ readonly first: GameEvent;
  /** Unpacked for as long as memory is not needed: who looks far back often does so again. */
  unpacked: WeakRef<readonly GameEvent[]> | null;
};

const textOf = ({ bytes }: Far): string => zstdDecompressSync(bytes).toString();
const whole = (far: Far): readonly GameEvent[] => {
  const known = far.unpacked?.deref();
  if (known !== undefined) return known;
  const events = unpackEvents(textOf(far));
  far.unpacked = new WeakRef(events);
  return events;
};

const pack = (far: Far | null, events: readonly GameEvent[], first: GameEvent): Far => {
  const fresh = packEvents(events);
  const text = far === null ? fresh : `${textOf(far)},${fresh}`;
  // What zlib gives is part of a larger buffer.
  const bytes = new Uint8Array(zstdCompressSync(text, OPTIONS));
  const known = far === null ? [] : far.unpacked?.deref();
  return {
    ...{ bytes, first, length: (far?.length ?? 0) + events.length },
    highestTurn: highest(events, far?.highestTurn ?? 0),
    // Whoever opens a match looks at all of it as a rule.
    unpacked: known === undefined ? null : new WeakRef(known.concat(events)),
  };
};

const highest = (events: readonly GameEvent[], before: number): number =>
  events.reduce((most, { turn }) => Math.max(most, turn), before);

/** What happened in a match, of which only the newest is at hand as objects. */
export class KeptEvents implements EventLog {
  readonly #far: Far | null;
  readonly #near: readonly GameEvent[];

  private constructor(far: Far | null, near: readonly GameEvent[]) {
    this.#far = far;
    this.#near = near;
  }

  /** The same events, of which the older ones take less room. */
  static of(events: EventLog): EventLog {
    const far = events instanceof KeptEvents ? events.#far : null;
    const near = events instanceof KeptEvents ? events.#near : [...events];
    const first = events.at(0);
    const count = near.length - NEAR;
    if (first === undefined || count <= 0) return events;
    return new KeptEvents(pack(far, near.slice(0, count), first), near.slice(count));
  }

  get length(): number {
    return this.#farLength + this.#near.length;
  }
  get highestTurn(): number {
    return highest(this.#near, this.#far?.highestTurn ?? 0);
  }
  at(index: number): GameEvent | undefined {
    const place = index < 0 ? this.length + index : index;
    if (place === 0 && this.#far !== null) return this.#far.first;
    return place < this.#farLength ? this.#whole()[place] : this.#near[place - this.#farLength];
  }
  slice(from: number): readonly GameEvent[] {
    const start = from - this.#farLength;
    return start >= 0 ? this.#near.slice(start) : this.#whole().slice(from).concat(this.#near);
  }
  findLast(wanted: (event: GameEvent) => boolean): GameEvent | undefined {
    return this.#near.findLast(wanted) ?? this.#whole().findLast(wanted);
  }
  concat(events: readonly GameEvent[]): EventLog {
    return new KeptEvents(this.#far, this.#near.concat(events));
  }
  *[Symbol.iterator](): Iterator<GameEvent> {
    yield* this.#whole();
    yield* this.#near;
  }
  toJSON(): readonly GameEvent[] {
    return [...this];
  }

  get #farLength(): number {
    return this.#far?.length ?? 0;
  }
  #whole(): readonly GameEvent[] {
    return this.#far === null ? [] : whole(this.#far);
  }
}

/** The same state with its older events packed, as often as a turn has closed. */
export const keepSmall = (state: MatchState): MatchState => ({ ...state, events: KeptEvents.of(state.events) });

/** Keeps states small from when it is told to: to pack every turn of a match that is opened would take as long as to play it. */
export const keepingSmall = (): { readonly keep: Keep; readonly begin: () => void } => {
  let isOn = false;
  return {
    keep: (state) => (isOn ? keepSmall(state) : state),
    begin: () => {
      isOn = true;
    },
  };
};

/** The same state as plain data, to be sent to another thread. */
export const plainState = (state: MatchState): MatchState => ({ ...state, events: [...state.events] });
