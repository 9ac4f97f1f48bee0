import { CloseCode } from '@colyseus/core';
import type { GameEvent } from '../../shared/model/event.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { HeldView, Reply } from '../../shared/protocol/messages.ts';
import { type Admission, seesLate, viewerOf } from '../match/admission.ts';
import type { OpenMatch } from '../match/open-match.ts';
import type { Watcher } from '../match/presence.ts';
import { takeAct, takeInput } from '../match/requests.ts';
import type { ViewSink } from '../match/views-out.ts';
import { welcomeFor } from '../match/welcome.ts';
import { AudienceRoom, type Guest } from './audience-room.ts';
import { atTheDoor } from './base-room.ts';
import { type Entrant, enter } from './entry.ts';
import type { RoomServices } from './room-services.ts';
import { syncTable } from './sync-table.ts';

/** What this room keeps of one connection. */
type Visit = { viewer: ViewerId; readonly sink: ViewSink };

/** Places of one person, those of lost connections and those kept at the door among them: tabs, and tabs that are loaded again. */
export const OF_ONE = 12;
/** Places of all who watch, so that those who play always find one. */
export const WATCHING = 60;

/** By these nobody comes or goes, or sees it through other eyes: most of all that happens. */
const STILL: ReadonlySet<GameEvent['kind']> = new Set(['said', 'ordersSubmitted', 'readySet']);
const isStill = ({ kind }: GameEvent): boolean => STILL.has(kind);

/** Sent away, or without a seat at a table that is watched from its gallery: both enter anew, or not at all. */
const isOut = (open: OpenMatch, admission: Admission): boolean =>
  admission.as !== 'facilitator' && (open.isRemoved(admission.person ?? '') || seesLate(open, admission));

/** The network side of one match: who is connected, what they send, what they get. It decides nothing. */
export const matchRoomFor = (services: RoomServices) =>
  class MatchRoom extends AudienceRoom<Visit> {
    override readonly services = services;
    override readonly journal = services.journal;
    override maxClients = 120;

    static override onAuth(token: string | undefined, options: unknown): Promise<Entrant> {
      return atTheDoor(services.journal, () => enter(services, token, options));
    }

    override messages = {
      input: this.answering((client: Guest<Visit>, raw) => this.#settle(takeInput(this.open, client.auth, raw))),
      act: this.answering((client: Guest<Visit>, raw) => this.#settle(takeAct(this.open, client.auth, raw))),
    };

    override async onCreate(options: { readonly match: string }): Promise<void> {
      const open = await this.openMatch(options.match);
      const look: Watcher = (acted) => {
        if (acted?.every(isStill) !== true) this.#sync(open);
      };
      this.leave.push(open.watch(look));
      syncTable(this.state, open);
    }

    /** Asked before a place is kept: nobody may take so many that others find none. */
    protected override hasPlaceFor(admission: Admission): boolean {
      const taken = this.placesTaken() as readonly Admission[];
      const ofOne = taken.filter(({ person }) => person === admission.person);
      const watching = taken.filter(({ as }) => as === 'spectator');
      return ofOne.length < OF_ONE && (admission.as !== 'spectator' || watching.length < WATCHING);
    }
    protected override placeOf(open: OpenMatch): string {
      return open.match.id;
    }
    protected override isOut(open: OpenMatch, admission: Entrant): boolean {
      return isOut(open, admission);
    }

    protected override enter(client: Guest<Visit>, admission: Entrant, open: OpenMatch, held: HeldView | null): void {
      const viewer = viewerOf(open, admission);
      const sink = this.sinkTo(client);
      client.userData = { viewer, sink };
      client.send('welcome', welcomeFor(open, admission, viewer));
      open.views.add(viewer, sink, held);
      open.presence.enter(admission.person, admission.as === 'spectator');
      open.touched();
    }

    protected override exit(client: Guest<Visit>): void {
      const visit = client.userData;
      if (visit === undefined || this.open === null || client.auth === undefined) return;
      delete client.userData;
      this.open.views.remove(visit.viewer, visit.sink);
      this.open.presence.leave(client.auth.person, client.auth.as === 'spectator');
      this.open.touched();
    }

    /** Shows what everybody may see, and gives those who have moved the eyes of their new seat. */
    #sync(open: OpenMatch): void {
      for (const client of this.guests) this.#moveEyes(client, open);
      if (syncTable(this.state, open)) this.broadcastPatch();
      if (open.match.broken) this.abandon();
    }

    #moveEyes(client: Guest<Visit>, open: OpenMatch): void {
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
      if (this.open?.match.broken === true) this.abandon();
      return reply;
    }
  };
