import { type Client, CloseCode } from '@colyseus/core';
import type { ViewerId } from '../../shared/model/ids.ts';
import { PATCH, type Reply } from '../../shared/protocol/messages.ts';
import { type Admission, seesLate, viewerOf } from '../match/admission.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { takeAct, takeInput } from '../match/requests.ts';
import type { ViewSink } from '../match/views-out.ts';
import { welcomeFor } from '../match/welcome.ts';
import { atTheDoor, BaseRoom, noEntry, RECONNECT_SECONDS } from './base-room.ts';
import { type Entrant, enter, mustAskAgain } from './entry.ts';
import type { RoomServices } from './room-services.ts';
import { PublicTable } from './room-state.ts';
import { syncTable } from './sync-table.ts';

type Guest = Client<{ auth: Entrant; userData: Visit }>;
/** What this room keeps of one connection. */
type Visit = { viewer: ViewerId; readonly sink: ViewSink };

/** Places of one person, those of lost connections and those kept at the door among them: tabs, and tabs that are loaded again. */
export const OF_ONE = 12;
/** Places of all who watch, so that those who play always find one. */
export const WATCHING = 60;

/** Sent away, or without a seat at a table that is watched from its gallery: both enter anew, or not at all. */
const isOut = (open: OpenMatch, admission: Admission): boolean =>
  admission.as !== 'facilitator' && (open.isRemoved(admission.person ?? '') || seesLate(open, admission));

/** The network side of one match: who is connected, what they send, what they get. It decides nothing. */
export const matchRoomFor = (services: RoomServices) =>
  class MatchRoom extends BaseRoom<{ state: PublicTable; client: Guest }> {
    override state = new PublicTable();
    override maxClients = 120;
    override readonly journal = services.journal;
    #open: OpenMatch | null = null;
    #leave: (() => void)[] = [];

    static override onAuth(token: string | undefined, options: unknown): Promise<Entrant> {
      return atTheDoor(services.journal, () => enter(services, token, options));
    }

    override messages = {
      input: this.answering((client: Guest, raw) => this.#settle(takeInput(this.#open, client.auth, raw))),
      act: this.answering((client: Guest, raw) => this.#settle(takeAct(this.#open, client.auth, raw))),
    };

    override async onCreate(options: { readonly match: string }): Promise<void> {
      const open = await services.directory.open(options.match);
      if (open === null) throw noEntry(404, 'server/unknown-match');
      this.#open = open;
      this.#leave.push(
        open.hold(),
        open.watch(() => this.#sync(open)),
        services.people.watch((person) => this.#askAgain(person)),
      );
      this.answerUnknown();
      services.rooms.opened(open.match.id, this.roomId);
      syncTable(this.state, open);
    }

    /** Asked before a place is kept: nobody may take so many that others find none. */
    protected override hasPlaceFor(admission: Admission): boolean {
      const taken = this.placesTaken() as readonly Admission[];
      const ofOne = taken.filter(({ person }) => person === admission.person);
      const watching = taken.filter(({ as }) => as === 'spectator');
      return ofOne.length < OF_ONE && (admission.as !== 'spectator' || watching.length < WATCHING);
    }

    override onJoin(client: Guest): void {
      const open = this.#open;
      if (open === null || client.auth === undefined || client.auth.match !== open.match.id)
        throw noEntry(403, 'server/not-a-member');
      this.#enter(client, client.auth, open);
    }

    /** A lost connection keeps its place for a while; the token that comes back is proof enough. */
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
      if (this.#open !== null) services.rooms.closed(this.#open.match.id, this.roomId);
    }

    #enter(client: Guest, admission: Entrant, open: OpenMatch): void {
      // What they were let in as may have changed on the way, or while the connection was lost.
      if (mustAskAgain(services.people, admission)) return client.leave(CloseCode.WITH_ERROR);
      if (services.bans.has(admission.person ?? '') || isOut(open, admission))
        return client.leave(CloseCode.SERVER_SHUTDOWN);
      const viewer = viewerOf(open, admission);
      const sink: ViewSink = {
        view: (message) => client.send('view', message),
        patch: (message) => client.send(PATCH, message),
      };
      client.userData = { viewer, sink };
      client.send('welcome', welcomeFor(open, admission, viewer));
      open.views.add(viewer, sink);
      open.presence.enter(admission.person, admission.as === 'spectator');
      open.touched();
    }

    /** Somebody has given tokens up: whoever is here as that person shows one that is good, or stays away. */
    #askAgain(person: string): void {
      for (const client of this.clients as unknown as Guest[])
        if (client.auth?.person === person) client.leave(CloseCode.WITH_ERROR);
    }

    #exit(client: Guest): void {
      const visit = client.userData;
      if (visit === undefined || this.#open === null || client.auth === undefined) return;
      delete client.userData;
      this.#open.views.remove(visit.viewer, visit.sink);
      this.#open.presence.leave(client.auth.person, client.auth.as === 'spectator');
      this.#open.touched();
    }

    /** Shows what everybody may see, and gives those who have moved the eyes of their new seat. */
    #sync(open: OpenMatch): void {
      for (const client of this.clients as unknown as Guest[]) this.#moveEyes(client, open);
      if (syncTable(this.state, open)) this.broadcastPatch();
      if (open.match.broken) this.abandon();
    }

    #moveEyes(client: Guest, open: OpenMatch): void {
      const visit = client.userData;
      if (visit === undefined || client.auth === undefined) return;
      if (isOut(open, client.auth)) return client.leave(CloseCode.SERVER_SHUTDOWN);
      const viewer = viewerOf(open, client.auth);
      if (viewer === visit.viewer) return;
      open.views.remove(visit.viewer, visit.sink);
      visit.viewer = viewer;
      client.send('welcome', welcomeFor(open, client.auth, viewer));
      open.views.add(viewer, visit.sink);
    }

    /** An authority that no longer agrees with its log is left; clients come back to a fresh one. */
    async #settle(replying: Promise<Reply>): Promise<Reply> {
      const reply = await replying;
      if (this.#open?.match.broken === true) this.abandon();
      return reply;
    }
  };
