import type { Room } from '@colyseus/sdk';
import type { HeldView } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from './protocol.ts';

/** The part of a room that links use; a test can play it without a socket. */
export type RoomLike = {
  readonly state: unknown;
  readonly onMessage: (type: string, listener: (message: never) => void) => unknown;
  readonly onStateChange: (listener: (state: unknown) => void) => unknown;
  readonly onLeave: (listener: (code: number) => void) => unknown;
  readonly onError: (listener: (code: number, message?: string) => void) => unknown;
  readonly request: (type: string, payload: unknown) => Promise<unknown>;
  readonly ping: (pong: () => void) => void;
  readonly leave: (consented: boolean) => Promise<unknown>;
};

/** The token was shown when the seat was reserved; addresses end up in the logs of whatever lies between. */
const withoutToken = (url: URL): string => {
  url.searchParams.delete('_authToken');
  return url.href;
};

/** Loaded on the way to the first room, so that home does without it. */
const sdk = async (token: string | null) => {
  const { Client } = await import('@colyseus/sdk');
  const client = new Client(new URL('.', document.baseURI).href.replace(/\/$/u, ''), { urlBuilder: withoutToken });
  if (token !== null) client.auth.token = token;
  return client;
};

/** Our links reconnect through the stored match, so the room's own attempts would only be in the way. */
const steady = (room: Room): RoomLike => {
  room.reconnection.enabled = false;
  return room as unknown as RoomLike;
};

export type MatchEntry = {
  readonly room: string;
  readonly match: string;
  readonly viewer: 'seat' | 'spectator' | 'facilitator';
  readonly token: string | null;
  /** what is still there of before */ readonly has: HeldView | null;
};

export const joinMatchRoom = async ({ room, match, viewer, token, has }: MatchEntry): Promise<RoomLike> => {
  const client = await sdk(token);
  const how = viewer === 'seat' ? {} : { viewer };
  const held = has === null ? {} : { has };
  return steady(await client.joinById(room, { match, protocol: PROTOCOL_VERSION, ...how, ...held }));
};

export const joinClassRoom = async (
  room: string,
  classId: string,
  role: 'console' | 'wall',
  key: string,
): Promise<RoomLike> => {
  const client = await sdk(null);
  return steady(await client.joinById(room, { classId, role, key, protocol: PROTOCOL_VERSION }));
};
