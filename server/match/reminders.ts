import { digestOf } from '../../shared/kernel/digest.ts';
import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { MatchStore, PersonKey, Reminder } from '../store/match-store.ts';
import type { Clock, Entropy, Journal } from './clock.ts';
import { runningDeadline } from './match-clock.ts';
import type { OpenMatch } from './open-match.ts';
import { lastCallText, turnText } from './reminder-texts.ts';

/** `stop`: the address that ends these mails with one request. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly stop: string };
export type Mailer = { readonly send: (mail: Mail) => Promise<void>; readonly close: () => void };

export type ReminderOptions = {
  readonly store: MatchStore;
  readonly open: (id: MatchId) => Promise<OpenMatch | null>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly journal: Journal;
  readonly mailer: Mailer;
  /** Where people find the page, with a slash at its end. */ readonly site: string;
};

/** So long before the deadline whoever is not ready is told of it once more. */
export const LAST_CALL = 6 * 3_600_000;
/** Turns that follow one another sooner are one mail: whoever plays them quickly needs none, and an address may be a stranger's. */
const APART = 6 * 3_600_000;
const KEY_FACT = 'reminder-key';

/** Only where a turn takes longer than anybody waits at a screen. */
export const isByLetter = ({ match, stored }: OpenMatch): boolean =>
  stored.settings.pace === 'correspondence' && match.state.table.phase !== 'ended';

/**
 * Tells people by mail that a turn has begun, and that it is about to end without them. A mail holds the match's
 * title, the turn and its end, nothing that happened in it; its subject holds no word that somebody has chosen. Whatever goes wrong with mail is the journal's.
 */
export class Reminders {
  readonly #options: ReminderOptions;
  #key: Promise<string> | null = null;
  #looking = false;
  /** When an address was last told of a turn of a match, longest ago first. */
  readonly #toldAt = new Map<string, number>();

  constructor(options: ReminderOptions) {
    this.#options = options;
  }

  async addressOf(match: MatchId, person: PersonKey): Promise<string | null> {
    const all = await this.#options.store.reminders(match);
    return all.find((one) => one.person === person)?.address ?? null;
  }

  async set(open: OpenMatch, person: PersonKey, address: string): Promise<void> {
    // Whoever enters an address now is looking at the turn, and is told of it again only shortly before its end.
    await this.#options.store.putReminder({ match: open.match.id, person, address, toldOf: null });
  }
  drop(match: MatchId, person: PersonKey): Promise<void> {
    return this.#options.store.dropReminder(match, person);
  }

  /** By the key of a mail; false: there is no such reminder (any more). */
  async stop(match: MatchId, key: string): Promise<boolean> {
    for (const { person } of await this.#options.store.reminders(match)) {
      if ((await this.#keyFor(match, person)) !== key) continue;
      await this.drop(match, person);
      return true;
    }
    return false;
  }

  /** Follows a match that has been opened. */
  follow(open: OpenMatch): void {
    if (!isByLetter(open)) return;
    open.match.subscribe(({ events }) => {
      if (events.some(({ kind }) => kind === 'turnOpened') && isByLetter(open)) void this.#tellTurn(open);
    });
  }

  /** What is about to end, in every round of the scheduler; which never waits for a mail server. */
  look(): void {
    if (this.#looking) return;
    this.#looking = true;
    this.#lookAround()
      .catch((error: unknown) => this.#options.journal.warn({ error }, 'reminders could not be looked up'))
      .finally(() => {
        this.#looking = false;
      });
  }

  async #lookAround(): Promise<void> {
    const { store, clock } = this.#options;
    for (const id of await store.dueBy(clock.now() + LAST_CALL)) {
      const waiting = (await store.reminders(id)).filter(({ toldOf }) => toldOf === null || toldOf < clock.now());
      if (waiting.length > 0) await this.#lastCall(id, waiting);
    }
  }

  close(): void {
    this.#options.mailer.close();
  }

  async #tellTurn(open: OpenMatch): Promise<void> {
    try {
      for (const one of await this.#options.store.reminders(open.match.id)) {
        if (seatOf(open, one.person) !== null && this.#mayTellTurn(one))
          await this.#send(one, turnText(this.#about(open)));
      }
    } catch (error) {
      this.#options.journal.warn({ match: open.match.id, error }, 'reminders could not be read');
    }
  }

  #mayTellTurn({ match, address }: Reminder): boolean {
    const now = this.#options.clock.now();
    for (const [old, at] of this.#toldAt) {
      if (at + APART > now) break;
      this.#toldAt.delete(old);
    }
    const which = `${match} ${address}`;
    if (this.#toldAt.has(which)) return false;
    this.#toldAt.set(which, now);
    return true;
  }

  async #lastCall(id: MatchId, waiting: readonly Reminder[]): Promise<void> {
    const { store, journal } = this.#options;
    try {
      const open = await this.#options.open(id);
      const deadline = open === null ? null : runningDeadline(open.match.state);
      if (open === null || deadline === null || !isByLetter(open)) return;
      // An outage may have moved it away again.
      if (deadline - this.#options.clock.now() > LAST_CALL) return;
      for (const one of waiting) {
        const power = seatOf(open, one.person);
        const awaited = power !== null && open.match.state.table.seats[power]?.ready === false;
        const done = !awaited || (await this.#send(one, lastCallText(this.#about(open))));
        // What the mail server did not take is tried again in the next round.
        if (done) await store.noteTold(one, deadline);
      }
    } catch (error) {
      journal.warn({ match: id, error }, 'a last reminder could not be sent');
    }
  }

  #about(open: OpenMatch) {
    const { state } = open.match;
    return {
      title: open.stored.title.replaceAll(/\s+/gu, ' '),
      turn: state.board.turn,
      turns: state.settings.turns,
      deadline: runningDeadline(state),
      page: `${this.#options.site}#/m/${open.match.id}`,
    };
  }

  async #send(one: Reminder, { subject, text }: { readonly subject: string; readonly text: string }): Promise<boolean> {
    const { mailer, journal, site } = this.#options;
    try {
      const key = await this.#keyFor(one.match, one.person);
      const page = `${site}#/stop/${one.match}/${key}`;
      const stop = `${site}api/reminders/${one.match}/${key}/stop`;
      await mailer.send({ to: one.address, subject, text: `${text}\n\nNo more of these mails: ${page}\n`, stop });
      return true;
    } catch (error) {
      // The error's message may hold the address.
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      journal.warn({ match: one.match, code }, 'a reminder could not be sent');
      return false;
    }
  }

  /** Ends this person's mails of this match, and does nothing else. */
  async #keyFor(match: MatchId, person: PersonKey): Promise<string> {
    this.#key ??= this.#makeKey();
    return digestOf('reminder', await this.#key, match, person).slice(0, 32);
  }

  async #makeKey(): Promise<string> {
    const { store, entropy } = this.#options;
    const kept = await store.fact(KEY_FACT);
    if (kept !== null) return kept;
    const key = entropy.hex(16);
    await store.putFact(KEY_FACT, key);
    return key;
  }
}

const seatOf = (open: OpenMatch, person: PersonKey): PowerId | null => open.member(person)?.power ?? null;
