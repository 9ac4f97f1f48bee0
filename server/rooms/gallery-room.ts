import { type Client, CloseCode } from '@colyseus/core';
import { PATCH } from '../../shared/protocol/messages.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { type ViewSink, ViewsOut } from '../match/views-out.ts';
import { welcomeFor } from '../match/welcome.ts';
import { atTheDoor, BaseRoom, noEntry, RECONNECT_SECONDS } from './base-room.ts';
import { type Entrant, enterGallery, mustAskAgain } from './entry.ts';
import { galleryOf } from './open-rooms.ts';
import type { RoomServices } from './room-services.ts';
import { PublicTable } from './room-state.ts';
import { syncGallery } from './sync-table.ts';

type Guest = Client<{ auth: Entrant; userData: ViewSink }>;

/**
 * From where a running match is seen late. A room of its own: what the match's own room tells all who are in it, by
 * its state, its frames and when they come, is of the present turn.
 */
export const galleryRoomFor = (services: RoomServices) =>
  class GalleryRoom extends BaseRoom<{ state: PublicTable; client: Guest }> {
    override state = new PublicTable();
    override maxClients = 500;
    override readonly journal = services.journal;
    #open: OpenMatch | null = null;
    #views: ViewsOut | null = null;
    #leave: (() => void)[] = [];

    static override onAuth(token: string | undefined, options: unknown): Promise<Entrant> {
      return atTheDoor(services.journal, () => enterGallery(services, token, options));
    }

    override async onCreate(options: { readonly match: string }): Promise<void> {
      const open = await services.directory.open(options.match);
      if (open === null) throw noEntry(404, 'server/unknown-match');
      const { gallery } = open;
      this.#open = open;
      this.#views = new ViewsOut(gallery, services.clock.now);
      const views = this.#views;
      this.#leave.push(
        open.hold(),
        gallery.subscribe(() => this.#sync(open)),
        open.watch(() => this.#showOut(open)),
        services.people.watch((person) => this.#askAgain(person)),
        () => views.close(),
      );
      this.answerUnknown();
      services.rooms.opened(galleryOf(open.match.id), this.roomId);
      syncGallery(this.state, open);
    }

    override onJoin(client: Guest): void {
      if (this.#open === null || client.auth === undefined || client.auth.match !== this.#open.match.id)
        throw noEntry(403, 'server/not-allowed');
      this.#enter(client, client.auth, this.#open);
    }
    override onDrop(client: Guest, code?: number): void {
      this.#exit(client);
      if (code !== CloseCode.WITH_ERROR) this.allowReconnection(client, RECONNECT_SECONDS).catch(() => undefined);
    }
    override onReconnect(client: Guest): void {
      if (this.#open !== null && client.auth !== undefined) this.#enter(client, client.auth, this.#open);
    }
    override onLeave(client: Guest): void {
      this.#exit(client);
    }
    override onDispose(): void {
      for (const leave of this.#leave) leave();
      if (this.#open !== null) services.rooms.closed(galleryOf(this.#open.match.id), this.roomId);
    }

    #enter(client: Guest, admission: Entrant, open: OpenMatch): void {
      if (mustAskAgain(services.people, admission)) return client.leave(CloseCode.WITH_ERROR);
      // Let in before they were excluded or sent away, and back only now.
      const person = admission.person ?? '';
      if (services.bans.has(person) || open.isRemoved(person)) return client.leave(CloseCode.SERVER_SHUTDOWN);
      const sink: ViewSink = {
        view: (message) => client.send('view', message),
        patch: (message) => client.send(PATCH, message),
      };
      client.userData = sink;
      client.send('welcome', welcomeFor(open, admission, 'public', true));
      this.#views?.add('public', sink);
      // Seen by the people at the table as a spectator, and never as present in a seat.
      open.presence.enter(null, true);
      open.touched();
    }

    #exit(client: Guest): void {
      const sink = client.userData;
      if (sink === undefined || this.#open === null) return;
      delete client.userData;
      this.#views?.remove('public', sink);
      this.#open.presence.leave(null, true);
      this.#open.touched();
    }

    /** Somebody has given tokens up, or is excluded: whoever is here as that person shows one that is good, or stays away. */
    #askAgain(person: string): void {
      for (const client of this.clients as unknown as Guest[]) {
        if (client.auth?.person === person) client.leave(CloseCode.WITH_ERROR);
      }
    }
    #sync(open: OpenMatch): void {
      if (syncGallery(this.state, open)) this.broadcastPatch();
    }
    /** Who has been sent away, or has a seat by now, has no place here. */
    #showOut(open: OpenMatch): void {
      if (open.match.broken) return this.abandon();
      for (const client of this.clients as unknown as Guest[]) {
        const person = client.auth?.person ?? '';
        if (open.isRemoved(person) || (client.auth?.as === 'member' && (open.member(person)?.power ?? null) !== null))
          client.leave(CloseCode.SERVER_SHUTDOWN);
      }
    }
  };
