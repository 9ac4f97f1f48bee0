import { CloseCode, matchMaker } from '@colyseus/core';

export type RoomKind = 'match' | 'gallery' | 'class';
/** A match has two rooms where spectators see it late. */
export const galleryOf = (match: string): string => `gallery of ${match}`;

/**
 * Which room shows which match or class. Rooms are made here and nowhere else: clients may only enter
 * one by its id, so that a match never has two.
 */
export class OpenRooms {
  readonly #rooms = new Map<string, string>();
  readonly #opening = new Map<string, Promise<string>>();

  /** Sockets in any room of this process. */
  get connections(): number {
    return matchMaker.stats.local.ccu;
  }

  /** The room's id, for as long as it is open. */
  current(target: string): string | null {
    const room = this.#rooms.get(target);
    return room !== undefined && matchMaker.getLocalRoomById(room) !== undefined ? room : null;
  }

  open(kind: RoomKind, target: string): Promise<string> {
    const name = kind === 'gallery' ? galleryOf(target) : target;
    const current = this.current(name);
    if (current !== null) return Promise.resolve(current);
    const opening = this.#opening.get(name) ?? this.#make(kind, target, name);
    this.#opening.set(name, opening);
    return opening;
  }

  opened(target: string, room: string): void {
    this.#rooms.set(target, room);
  }
  closed(target: string, room: string): void {
    if (this.#rooms.get(target) === room) this.#rooms.delete(target);
  }

  /** Puts everybody out; they may come back to what there is then. */
  async close(target: string): Promise<void> {
    for (const name of [target, galleryOf(target)]) {
      const room = this.#rooms.get(name);
      if (room !== undefined) await matchMaker.getLocalRoomById(room)?.disconnect(CloseCode.SERVER_SHUTDOWN);
    }
  }

  async #make(kind: RoomKind, target: string, name: string): Promise<string> {
    try {
      const listing = await matchMaker.createRoom(kind, kind === 'class' ? { classId: target } : { match: target });
      return listing.roomId;
    } finally {
      this.#opening.delete(name);
    }
  }
}
