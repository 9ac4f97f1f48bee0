import { simulate } from '../../../shared/analysis/simulate.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import { NO_ORDERS } from '../../../shared/model/order.ts';
import type { Reply } from '../../../shared/protocol/messages.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import type { ThinClient } from './thin-client.ts';

/** Whoever takes part in the traffic of a table, in the game or in a peer. */
export type Speaker = {
  readonly match: string;
  readonly power: string;
  readonly client: {
    readonly request: (id: string, input: PowerInput) => Promise<Reply>;
    /** called when a turn has been resolved */ resolved: () => void;
  };
};
export type Player = { readonly match: string; readonly power: string; readonly client: ThinClient };
export type Measured = {
  /** ms from an input to its acknowledgement */ readonly acknowledged: number[];
  /** ms from the last seat's readiness until the last seat has the result */ readonly results: number[];
  /** by match and id */ readonly taken: string[];
  refused: number;
};
export const newMeasured = (): Measured => ({ acknowledged: [], results: [], taken: [], refused: 0 });

/** Orders that bots gave in a match of their own, by turn and power: most may be given in any other too. */
const script = ((): ReadonlyMap<string, PowerInput> => {
  const orders = new Map<string, PowerInput>();
  const { inputs } = simulate(charter2025, { seed: 'load', bots: ['random', 'scripted'], length: 'standard' });
  let turn = 1;
  let phases = 0;
  for (const { seat, input } of inputs) {
    if (input.kind === 'submitOrders') orders.set(`${turn} ${seat}`, input);
    if (input.kind !== 'advance') continue;
    phases += 1;
    turn = 1 + Math.floor(phases / 2);
  }
  return orders;
})();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

export type Pace = {
  /** ms of a turn; inputs come at any moment of it */ readonly turn: number;
  readonly turns: number;
  /** Results are waited for: an echo has none. */ readonly hasResults: boolean;
};

/** One table of six that talk, order and are ready, turn after turn. */
export class TableTraffic {
  readonly #players: readonly Speaker[];
  readonly #pace: Pace;
  readonly #measured: Measured;
  #count = 0;

  constructor(players: readonly Speaker[], pace: Pace, measured: Measured) {
    this.#players = players;
    this.#pace = pace;
    this.#measured = measured;
  }

  async play(from = 1): Promise<void> {
    // Tables do not begin together.
    await pause(Math.random() * this.#pace.turn);
    for (let turn = from; turn < from + this.#pace.turns; turn += 1) await this.#turn(turn);
  }

  async #turn(turn: number): Promise<void> {
    await this.#phase(async (player, wait) => {
      await wait();
      await this.#send(player, {
        kind: 'say',
        to: [this.#neighbour(player)],
        text: `What will you do in turn ${turn}?`,
      });
      await wait();
    });
    await this.#all((player) => this.#send(player, { kind: 'setReady', ready: true }));
    await this.#phase(async (player, wait) => {
      await wait();
      const orders = script.get(`${turn} ${player.power}`) ?? { kind: 'submitOrders', orders: NO_ORDERS };
      const reply = await this.#send(player, orders);
      if (!reply.ok) await this.#send(player, { kind: 'submitOrders', orders: NO_ORDERS });
    });
    const [last, ...others] = this.#players.toSorted(() => Math.random() - 0.5);
    if (last === undefined) return;
    for (const player of others) {
      await pause(Math.random() * 40);
      await this.#send(player, { kind: 'setReady', ready: true });
    }
    const since = performance.now();
    const results = this.#pace.hasResults ? this.#results(since) : null;
    await this.#send(last, { kind: 'setReady', ready: true });
    if (results !== null) await results;
  }

  /** Everybody does their part of a phase, in a time of their own. */
  async #phase(act: (player: Speaker, wait: () => Promise<void>) => Promise<void>): Promise<void> {
    await this.#all((player) => act(player, () => pause((Math.random() * this.#pace.turn) / 3)));
  }
  async #all(act: (player: Speaker) => Promise<unknown>): Promise<void> {
    await Promise.all(this.#players.map(act));
  }

  async #results(since: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const all = Promise.all(
      this.#players.map(
        ({ client }) =>
          new Promise<void>((resolve) => {
            client.resolved = resolve;
          }),
      ),
    ).then(() => this.#measured.results.push(performance.now() - since));
    const patience = new Promise((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('a result did not come')), 30_000);
    });
    await Promise.race([all, patience]);
    clearTimeout(late);
  }

  #neighbour({ power }: Speaker): string {
    const at = this.#players.findIndex((one) => one.power === power);
    return this.#players[(at + 1) % this.#players.length]?.power ?? power;
  }

  async #send(player: Speaker, input: PowerInput): Promise<Reply> {
    this.#count += 1;
    const id = `load-${player.power}-${this.#count}`;
    const since = performance.now();
    const reply = await player.client.request(id, input);
    this.#measured.acknowledged.push(performance.now() - since);
    if (reply.ok) this.#measured.taken.push(`${player.match} ${id}`);
    else this.#measured.refused += 1;
    return reply;
  }
}
