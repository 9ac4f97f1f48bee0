import { type Client, CloseCode } from '@colyseus/core';
import { type HeldView, heldIn, PATCH } from '../../shared/protocol/messages.ts';
import type { OpenMatch } from '../match/open-match.ts';
import type { ViewSink } from '../match/views-out.ts';
import { BaseRoom, noEntry, RECONNECT_SECONDS } from './base-room.ts';
import { type Entrant, mustAskAgain } from './entry.ts';
import type { RoomServices } from './room-services.ts';
import { PublicTable } from './room-state.ts';

/** `Visit`: what the room keeps of one connection. */
export type Guest<Visit> = Client<{ auth: Entrant; userData: Visit }>;

/** The stream under a connection, which its types keep to themselves. */
type Stream = { readonly cork: () => void; readonly uncork: () => void };
type Wire = { readonly ref?: { readonly _socket?: Stream | null } };

/** What a client is told and answered at one moment leaves at once: a call of the system is most of what a frame costs. */
const together = (client: Client): void => {
  const stream = (client as unknown as Wire).ref?._socket;
  if (stream === undefined || stream === null) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
};

/** Under the rooms that show one match: how people come, are lost, come back and go. What they see is for the room itself. */
export abstract class AudienceRoom<Visit> extends BaseRoom<{ state: PublicTable; client: Guest<Visit> }> {
  abstract readonly services: RoomServices;
  override state = new PublicTable();
  /** Undone when the room goes. */
  protected readonly leave: (() => void)[] = [];
  protected open: OpenMatch | null = null;

  /** What this room is called among the open ones. */
  protected abstract placeOf(open: OpenMatch): string;
  /** Let in before, and out by now. */
  protected abstract isOut(open: OpenMatch, admission: Entrant): boolean;
  /** `held`: what their page says that it still has. */
  protected abstract enter(client: Guest<Visit>, admission: Entrant, open: OpenMatch, held: HeldView | null): void;
  protected abstract exit(client: Guest<Visit>): void;

  /** The match that this room is for, from now on held open. */
  protected async openMatch(id: string): Promise<OpenMatch> {
    const { directory, people, rooms } = this.services;
    const open = await directory.open(id);
    if (open === null) throw noEntry(404, 'server/unknown-match');
    this.open = open;
    this.leave.push(
      open.hold(),
      people.watch((person) => this.#askAgain(person)),
    );
    this.answerUnknown();
    rooms.opened(this.placeOf(open), this.roomId);
    return open;
  }

  override onJoin(client: Guest<Visit>, options?: unknown): void {
    if (this.open === null || client.auth === undefined || client.auth.match !== this.open.match.id)
      throw noEntry(403, 'server/not-a-member');
    this.#letIn(client, client.auth, this.open, heldIn(options));
  }
  /** A lost connection keeps its place for a while; the token that comes back is proof enough. */
  override onDrop(client: Guest<Visit>, code?: number): void {
    this.exit(client);
    if (code !== CloseCode.WITH_ERROR) this.allowReconnection(client, RECONNECT_SECONDS).catch(() => undefined);
  }
  override onReconnect(client: Guest<Visit>): void {
    if (this.open !== null && client.auth !== undefined) this.#letIn(client, client.auth, this.open, null);
  }
  override onLeave(client: Guest<Visit>): void {
    this.exit(client);
  }
  override onDispose(): void {
    for (const leave of this.leave) leave();
    if (this.open !== null) this.services.rooms.closed(this.placeOf(this.open), this.roomId);
  }

  protected get guests(): readonly Guest<Visit>[] {
    return this.clients as unknown as Guest<Visit>[];
  }
  protected sinkTo(client: Guest<Visit>): ViewSink {
    return {
      view: (message) => client.send('view', message),
      resume: (message) => client.send('resume', message),
      patch: (message) => {
        together(client);
        client.send(PATCH, message);
      },
    };
  }

  #letIn(client: Guest<Visit>, admission: Entrant, open: OpenMatch, held: HeldView | null): void {
    // What they were let in as may have changed on the way, or while the connection was lost.
    if (mustAskAgain(this.services.people, admission)) return client.leave(CloseCode.WITH_ERROR);
    if (this.services.bans.has(admission.person ?? '') || this.isOut(open, admission))
      return client.leave(CloseCode.SERVER_SHUTDOWN);
    this.enter(client, admission, open, held);
  }

  /** Somebody has given tokens up, or is excluded: whoever is here as that person shows one that is good, or stays away. */
  #askAgain(person: string): void {
    for (const client of this.guests) if (client.auth?.person === person) client.leave(CloseCode.WITH_ERROR);
  }
}
