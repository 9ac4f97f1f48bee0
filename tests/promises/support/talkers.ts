import { setTimeout as pause } from 'node:timers/promises';

export type TalkerSeat = { readonly match: string; readonly power: string; readonly token: string };
/** What came of one request: a reply's code, a problem's code, or `ok`. */
type Outcome = { readonly at: number; readonly code: string };

let ids = 0;
const bulk = 'All of this was said before. '.repeat(48);
const RETRYABLE: ReadonlySet<string> = new Set(['server/storage', 'server/too-fast', 'server/closing']);

/** Somebody at a table who says one thing after the other, and asks again under the same id until it is taken. */
export class Talker {
  readonly seat: TalkerSeat;
  readonly acknowledged: string[] = [];
  readonly outcomes: Outcome[] = [];
  readonly #base: string;
  #running = true;
  #done: Promise<void> | null = null;
  #ready = 0;

  constructor(base: string, seat: TalkerSeat) {
    this.#base = base;
    this.seat = seat;
  }

  start(): void {
    this.#done = this.#talk();
  }
  async stop(): Promise<void> {
    this.#running = false;
    await this.#done;
  }
  /** Is ready at the next opportunity, so that the match gets on. */
  getReady(): void {
    this.#ready += 1;
  }
  since(at: number, code: string): Outcome | undefined {
    return this.outcomes.find((one) => one.at >= at && one.code === code);
  }

  async #talk(): Promise<void> {
    while (this.#running) {
      const isReady = this.#ready > 0;
      if (isReady) this.#ready -= 1;
      ids += 1;
      const id = `storage-promise-${process.pid}-${ids}`;
      await this.#untilTaken(
        id,
        isReady ? { kind: 'setReady', ready: true } : { kind: 'say', to: ['RUS'], text: `${id} ${bulk}` },
      );
      await pause(200);
    }
  }

  async #untilTaken(id: string, input: object): Promise<void> {
    while (this.#running) {
      const since = performance.now();
      const code = await this.#ask({ id, basedOn: 0, input });
      this.outcomes.push({ at: since, code });
      if (code === 'ok') this.acknowledged.push(id);
      if (!RETRYABLE.has(code)) return;
      await pause(200);
    }
  }

  async #ask(body: object): Promise<string> {
    const response = await fetch(`${this.#base}/api/matches/${this.seat.match}/inputs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.seat.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const reply = (await response.json()) as { ok?: boolean; code?: string; refusal?: { code: string } };
    return reply.ok === true ? 'ok' : (reply.refusal?.code ?? reply.code ?? `status ${response.status}`);
  }
}
