import { canonical } from '../../../shared/kernel/canonical.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import type { Reply } from '../../../shared/protocol/messages.ts';
import type { Seated } from './seating.ts';

/** What became of one command, as its sender knows it. */
export type Command = {
  readonly id: string;
  readonly by: Seated;
  readonly content: string;
  /** How often it set out. */ readonly deliveries: number;
  /** Every answer that came for it, one of each kind. */ readonly replies: readonly string[];
  /** Whether one of them said that it is stored. */ readonly acknowledged: boolean;
  /** What the player was told in the end; null: never anything. */ readonly told: Reply | null;
};
type Kept = { -readonly [K in keyof Command]: Command[K] };

/** Everything that clients have asked for and been answered, to be held against the log afterwards. */
export class History {
  readonly #commands = new Map<string, Kept>();
  /** Only the object itself leads from what was asked for to the id that the page has given it. */
  readonly #ids = new WeakMap<PowerInput, string>();
  #acknowledged = 0;

  get commands(): readonly Command[] {
    return [...this.#commands.values()];
  }
  get count(): number {
    return this.#commands.size;
  }
  get acknowledged(): number {
    return this.#acknowledged;
  }

  delivered(by: Seated, id: string, input: PowerInput): void {
    const known = this.#commands.get(id);
    if (known !== undefined) known.deliveries += 1;
    else {
      const content = canonical(input);
      this.#commands.set(id, { id, by, content, deliveries: 1, replies: [], acknowledged: false, told: null });
      this.#ids.set(input, id);
    }
  }

  replied(id: string, reply: Reply): void {
    const command = this.#commands.get(id);
    if (command === undefined) return;
    const text = canonical(reply);
    if (!command.replies.includes(text)) command.replies = [...command.replies, text];
    if (!reply.ok || command.acknowledged) return;
    command.acknowledged = true;
    this.#acknowledged += 1;
  }

  told(input: PowerInput, reply: Reply): void {
    const command = this.#commands.get(this.#ids.get(input) ?? '');
    if (command !== undefined) command.told = reply;
  }
}
