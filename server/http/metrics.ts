import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Reply } from '../../shared/protocol/messages.ts';
import type { Meter } from '../match/meter.ts';
import type { MatchStatus } from '../store/match-store.ts';
import type { StoreWatcher } from '../store/watched-store.ts';

/** What is looked up at the moment at which the figures are made. */
export type Sources = {
  readonly matches: () => Promise<{ readonly [S in MatchStatus]: number }>;
  readonly open: () => Promise<number>;
  readonly connections: () => number;
  readonly bots: () => { readonly waiting: number; readonly thinking: number };
  readonly isSound: () => Promise<boolean>;
};

/**
 * Made anew only so often, in ms: who looks every second would otherwise see a secret act at the moment at which it
 * was taken, by its count or by the time that it took to store.
 */
const EVERY = 60_000;
const STORED_IN = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const RESOLVED_IN = [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1];

/** A reason of the server's own by its code; what the rules refuse is one thing, or a code would tell of a secret order. */
const answerOf = (reply: Reply): string => {
  if (reply.ok) return 'taken';
  return reply.refusal.code.startsWith('server/') ? reply.refusal.code : 'refused';
};

/** Figures for whoever runs the server: nothing of one match, of one seat or of one person. */
export class Metrics implements Meter, Required<StoreWatcher> {
  readonly #registry = new Registry();
  readonly #now: () => number;
  #sources: Sources | null = null;
  #madeAt = Number.NEGATIVE_INFINITY;
  #made: Promise<string> = Promise.resolve('');
  readonly #answers: Counter<'answer'>;
  readonly #faults: Counter<'kind'>;
  readonly #appends: Histogram;
  readonly #resolutions: Histogram;
  readonly #gauges: { readonly [name: string]: Gauge<string> };

  constructor(now: () => number) {
    this.#now = now;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#answers = new Counter({
      ...{ name: 'multivector_answers_total', help: 'Inputs answered, by answer.', labelNames: ['answer'], registers },
    });
    this.#faults = new Counter({
      ...{
        name: 'multivector_store_faults_total',
        help: 'Calls that the store refused.',
        labelNames: ['kind'],
        registers,
      },
    });
    this.#appends = new Histogram({
      ...{ name: 'multivector_append_seconds', help: 'Until an input was durable.', buckets: STORED_IN, registers },
    });
    this.#resolutions = new Histogram({
      ...{ name: 'multivector_resolution_seconds', help: 'From the last order, stored, to all results.', registers },
      buckets: RESOLVED_IN,
    });
    const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge<string> =>
      new Gauge({ name: `multivector_${name}`, help, labelNames: [...labelNames], registers });
    this.#gauges = {
      matches: gauge('matches', 'Matches in the store.', ['status']),
      open: gauge('matches_open', 'Matches in memory.'),
      connections: gauge('connections', 'Open sockets of players, spectators and consoles.'),
      bots: gauge('bots', 'Bots that think, and that wait to.', ['state']),
      sound: gauge('store_sound', '1 while the store stores.'),
    };
  }

  /** Told once everything is there to be asked. */
  watch(sources: Sources): void {
    this.#sources = sources;
  }

  answered(reply: Reply): void {
    this.#answers.inc({ answer: answerOf(reply) });
  }
  resolved(ms: number): void {
    this.#resolutions.observe(ms / 1_000);
  }
  appended(ms: number): void {
    this.#appends.observe(ms / 1_000);
  }
  failed(kind: string): void {
    this.#faults.inc({ kind });
  }

  text(): Promise<string> {
    const now = this.#now();
    if (now - this.#madeAt >= EVERY) {
      this.#madeAt = now;
      this.#made = this.#make();
    }
    return this.#made;
  }

  async #make(): Promise<string> {
    const sources = this.#sources;
    if (sources !== null) await this.#look(sources);
    return this.#registry.metrics();
  }

  async #look({ matches, open, connections, bots, isSound }: Sources): Promise<void> {
    const { matches: stored, open: opened, connections: sockets, bots: minds, sound } = this.#gauges;
    sound?.set((await isSound()) ? 1 : 0);
    // A store that cannot even count is no reason to tell nothing.
    for (const [status, count] of Object.entries(await matches().catch(() => ({})))) stored?.set({ status }, count);
    opened?.set(await open());
    sockets?.set(connections());
    const { waiting, thinking } = bots();
    minds?.set({ state: 'waiting' }, waiting);
    minds?.set({ state: 'thinking' }, thinking);
  }
}
