import { CloseCode } from '@colyseus/core';
import type { OpenMatch } from '../match/open-match.ts';
import { type ViewSink, ViewsOut } from '../match/views-out.ts';
import { welcomeFor } from '../match/welcome.ts';
import { AudienceRoom, type Guest } from './audience-room.ts';
import { atTheDoor } from './base-room.ts';
import { type Entrant, enterGallery } from './entry.ts';
import { galleryOf } from './open-rooms.ts';
import type { RoomServices } from './room-services.ts';
import { syncGallery } from './sync-table.ts';

/**
 * From where a running match is seen late. A room of its own: what the match's own room tells all who are in it, by
 * its state, its frames and when they come, is of the present turn.
 */
export const galleryRoomFor = (services: RoomServices) =>
  class GalleryRoom extends AudienceRoom<ViewSink> {
    override readonly services = services;
    override readonly journal = services.journal;
    override maxClients = 500;
    #views: ViewsOut | null = null;

    static override onAuth(token: string | undefined, options: unknown): Promise<Entrant> {
      return atTheDoor(services.journal, () => enterGallery(services, token, options));
    }

    override async onCreate(options: { readonly match: string }): Promise<void> {
      const open = await this.openMatch(options.match);
      const views = new ViewsOut(open.gallery, services.clock.now);
      this.#views = views;
      this.leave.push(
        open.gallery.subscribe(() => this.#sync(open)),
        open.watch(() => this.#showOut(open)),
        () => views.close(),
      );
      syncGallery(this.state, open);
    }

    protected override placeOf(open: OpenMatch): string {
      return galleryOf(open.match.id);
    }
    protected override isOut(open: OpenMatch, { person }: Entrant): boolean {
      return open.isRemoved(person ?? '');
    }

    protected override enter(client: Guest<ViewSink>, admission: Entrant, open: OpenMatch): void {
      const sink = this.sinkTo(client);
      client.userData = sink;
      client.send('welcome', welcomeFor(open, admission, 'public', true));
      this.#views?.add('public', sink);
      // Seen by the people at the table as a spectator, and never as present in a seat.
      open.presence.enter(null, true);
      open.touched();
    }

    protected override exit(client: Guest<ViewSink>): void {
      const sink = client.userData;
      if (sink === undefined || this.open === null) return;
      delete client.userData;
      this.#views?.remove('public', sink);
      this.open.presence.leave(null, true);
      this.open.touched();
    }

    #sync(open: OpenMatch): void {
      if (syncGallery(this.state, open)) this.broadcastPatch();
    }
    /** Who has been sent away, or has a seat by now, has no place here. */
    #showOut(open: OpenMatch): void {
      if (open.match.broken) return this.abandon();
      for (const client of this.guests) {
        const person = client.auth?.person ?? '';
        if (open.isRemoved(person) || (client.auth?.as === 'member' && (open.member(person)?.power ?? null) !== null))
          client.leave(CloseCode.SERVER_SHUTDOWN);
      }
    }
  };
