import { matchMaker } from '@colyseus/core';

/**
 * Which room shows which match or class. Rooms are made here and nowhere else: clients may only enter
 * one by its id, so that a match never has two.
 */
export class OpenRooms {
  readonly #rooms = new Map<string, string>();
  readonly #opening = new Map<string, Promise<string>>();

  /** The room's id, for as long as it is open. */
  current(target: string): string | null {
    const room = this.#rooms.get(target);
    return room !== undefined && matchMaker.getLocalRoomById(room) !== undefined ? room : null;
  }

  open(kind: 'match' | 'class', target: string): Promise<string> {
    const current = this.current(target);
    if (current !== null) return Promise.resolve(current);
    const opening = this.#opening.get(target) ?? this.#make(kind, target);
    this.#opening.set(target, opening);
    return opening;
  }

  opened(target: string, room: string): void {
    this.#rooms.set(target, room);
  }
  closed(target: string, room: string): void {
    if (this.#rooms.get(target) === room) this.#rooms.delete(target);
  }

  async #make(kind: 'match' | 'class', target: string): Promise<string> {
    try {
      const listing = await matchMaker.createRoom(kind, kind === 'match' ? { match: target } : { classId: target });
      return listing.roomId;
    } finally {
      this.#opening.delete(target);
    }
  }
}
