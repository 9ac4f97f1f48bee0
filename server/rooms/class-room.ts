import { type Client, CloseCode } from '@colyseus/core';
import type { ClassAct, WallView } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION, type Reply } from '../../shared/protocol/messages.ts';
import { type ClassSession, isClassAct } from '../classroom/class-desk.ts';
import { refusedBy } from '../match/replies.ts';
import { hashOf } from '../people.ts';
import { atTheDoor, BaseRoom, noEntry, RECONNECT_SECONDS } from './base-room.ts';
import type { RoomServices } from './room-services.ts';

type Pass = { readonly classId: string; readonly role: 'console' | 'wall' };
type Guest = Client<{ auth: Pass }>;

/** Changes come in bursts: one push tells of them all, at the next of the moments that lie so many ms apart. */
const GATHER = 150;
/** Clocks and presence are told again although nothing has happened. */
const AT_LEAST_EVERY = 5_000;

const textOf = (options: unknown, name: string): string => {
  const value =
    typeof options === 'object' && options !== null
      ? (options as { readonly [key: string]: unknown })[name]
      : undefined;
  return typeof value === 'string' ? value : '';
};

/** Whose eyes a key opens: the console's or the wall's of one class. */
const passFor = async (services: RoomServices, token: string | undefined, options: unknown): Promise<Pass> => {
  const protocol = (options as { readonly protocol?: unknown } | null)?.protocol;
  if (protocol !== undefined && protocol !== PROTOCOL_VERSION) throw noEntry(426, 'server/old-client');
  const classId = textOf(options, 'classId');
  const klass = classId === '' ? null : await services.store.classById(classId);
  const key = textOf(options, 'key') || (token ?? '');
  if (klass === null) throw noEntry(404, 'server/not-allowed');
  if (textOf(options, 'role') === 'console' && hashOf(key) === klass.consoleKey) return { classId, role: 'console' };
  if (textOf(options, 'role') === 'wall' && hashOf(key) === hashOf(klass.wallKey)) return { classId, role: 'wall' };
  throw noEntry(403, 'server/not-allowed');
};

/** The console and the wall of one class: pushes what they show, takes the facilitator's acts. */
export const classRoomFor = (services: RoomServices) =>
  class ClassRoom extends BaseRoom<{ client: Guest }> {
    override maxClients = 60;
    override readonly journal = services.journal;
    #session: ClassSession | null = null;
    #pushing: (() => void) | null = null;
    #repeating: () => void = () => undefined;
    #onWall = '';

    static override onAuth(token: string | undefined, options: unknown): Promise<Pass> {
      return atTheDoor(services.journal, () => passFor(services, token, options));
    }

    override messages = { act: this.answering((client: Guest, raw) => this.#act(client, raw)) };

    override async onCreate(options: { readonly classId: string }): Promise<void> {
      const session = await services.classes.session(options.classId, () => this.#pushSoon());
      if (session === null) throw noEntry(404, 'server/not-allowed');
      this.#session = session;
      this.answerUnknown();
      services.rooms.opened(options.classId, this.roomId);
      this.#repeat();
    }

    override onJoin(client: Guest): void {
      if (client.auth === undefined || client.auth.classId !== this.#session?.classId)
        throw noEntry(403, 'server/not-allowed');
      this.#show(client, this.#session);
    }
    override onDrop(client: Guest, code?: number): void {
      if (code !== CloseCode.WITH_ERROR) this.allowReconnection(client, RECONNECT_SECONDS).catch(() => undefined);
    }
    override onReconnect(client: Guest): void {
      if (this.#session !== null) this.#show(client, this.#session);
    }
    override onDispose(): void {
      this.#pushing?.();
      this.#repeating();
      this.#session?.close();
      if (this.#session !== null) services.rooms.closed(this.#session.classId, this.roomId);
    }

    #repeat(): void {
      this.#repeating = services.clock.after(AT_LEAST_EVERY, () => {
        this.#push(true);
        this.#repeat();
      });
    }
    /** At moments that the clock sets: gathered from the first act, the wall would be early for what a secret act came before. */
    #pushSoon(): void {
      const left = GATHER - (services.clock.now() % GATHER);
      this.#pushing ??= services.clock.after(left, () => this.#push());
    }
    #push(regular = false): void {
      this.#pushing?.();
      this.#pushing = null;
      if (this.#session === null) return;
      if (this.#session.isStale()) return this.abandon();
      try {
        const changed = this.#wallNow(this.#session) !== null;
        for (const client of this.clients as unknown as Guest[]) {
          if (changed || regular || client.auth?.role === 'console') this.#show(client, this.#session);
        }
      } catch (error) {
        this.journal.error({ room: this.roomId, error }, 'the console could not be shown');
      }
    }
    /** The wall hears of what it shows and of nothing else: a frame for every secret act would count them. */
    #wallNow(session: ClassSession): WallView | null {
      const wall = session.wall(services.clock.now());
      const shown = JSON.stringify({ ...wall, now: 0 });
      if (shown === this.#onWall) return null;
      this.#onWall = shown;
      return wall;
    }
    #show(client: Guest, session: ClassSession): void {
      if (client.auth?.role === 'console')
        client.send(
          'console',
          session.console(services.clock.now(), (match) => services.rooms.current(match) ?? ''),
        );
      else client.send('wall', session.wall(services.clock.now()));
    }

    async #act(client: Guest, raw: unknown): Promise<Reply> {
      if (client.auth?.role !== 'console' || this.#session === null) return refusedBy('server/not-allowed');
      if (!isClassAct(raw)) return refusedBy('server/malformed', { problem: 'id, table and input are needed' });
      return this.#session.act(raw satisfies ClassAct);
    }
  };
