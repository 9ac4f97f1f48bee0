import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts';
import {
  type Arrival,
  arrivalsAt,
  enterMatch,
  type Player,
  resumeMatch,
  returnToMatch,
  type Seat,
} from '../../server/support/player.ts';
import { asking } from '../../server/support/test-server.ts';
import type { SecrecyHouse } from './secrecy-house.ts';
import type { Plan } from './secrecy-plan.ts';

type Room = Player['room'];
/** Somebody from whom the secrets are kept, with all sockets that she has had. */
export type Watcher = {
  readonly who: string;
  readonly token: string;
  room: Room;
  player: Player | null;
  /** Between two connections. */ isAway: boolean;
  readonly arrivals: () => readonly Arrival[];
};
/** One world's table: the keepers of the secrets play, and everybody else is listened to. */
export type SecrecyTable = {
  readonly match: string;
  readonly players: ReadonlyMap<string, Player>;
  readonly watchers: Watcher[];
  readonly stranger: string;
  /** What is another in each run and says nothing: ids, codes, tokens. */ readonly masks: string[];
  readonly addLate: (player: Player, token: string) => void;
  readonly reconnect: (watcher: Watcher) => Promise<void>;
  /** Goes; what is answered comes back with the view that is still there. */
  readonly depart: (watcher: Watcher) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
};

export const watcherOf = (who: string, token: string, player: Player | null, room: Room): Watcher => {
  const rooms = [room];
  const watcher: Watcher = {
    ...{ who, token, player, isAway: false },
    get room() {
      return rooms.at(-1) ?? room;
    },
    set room(next: Room) {
      rooms.push(next);
    },
    arrivals: () => rooms.flatMap((one) => arrivalsAt(one)),
  };
  return watcher;
};

/** Resolves when everything that was sent to the client before has come. */
export const flushed = (room: Room): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('a client gets no answer')), 10_000);
    room.ping(() => {
      clearTimeout(late);
      resolve();
    });
  });

type Seats = {
  readonly match: string;
  readonly room: string;
  readonly code: string;
  readonly seats: ReadonlyMap<string, Seat>;
};

const privateTable = async ({ base }: SecrecyHouse, { scenario, length, seed }: Plan): Promise<Seats> => {
  const { post } = asking(base);
  const [first = '', ...others] = scenario.powers.map(({ id }) => id);
  const choice = { kind: 'private', title: `Table ${seed}`, length, pace: 'untimed', press: 'full', bots: 'hold' };
  const { body: host } = await post('/api/matches', { ...choice, name: `P ${first}`, power: first });
  const seats = new Map<string, Seat>([[first, host]]);
  for (const power of others) {
    const { body } = await post(`/api/matches/${host.match}/join`, { name: `P ${power}`, power });
    seats.set(power, body);
  }
  const started = await post(`/api/matches/${host.match}/start`, {}, host.token);
  if (started.status !== 200) throw new Error(`the table does not start: ${JSON.stringify(started.body)}`);
  return { match: host.match, room: host.room, code: host.code, seats };
};

type Class = Seats & { readonly wall: Room; readonly masks: readonly string[]; readonly console: Room };

/** One table of a class, with its wall beside it. */
const classTable = async ({ base }: SecrecyHouse, { scenario, length, seed }: Plan): Promise<Class> => {
  const { post } = asking(base);
  const choice = {
    name: 'Teacher',
    title: `Class ${seed}`,
    tables: 1,
    length,
    pace: 'untimed',
    press: 'full',
    bots: 'hold',
  };
  const { body: klass } = await post('/api/classes', choice);
  const enter = async (role: string, key: string): Promise<Room> => {
    const { Client } = await import('@colyseus/sdk');
    const room = await new Client(base).joinById(klass.room, {
      classId: klass.classId,
      role,
      key,
      protocol: PROTOCOL_VERSION,
    });
    for (const type of ['console', 'wall', 'refused']) room.onMessage(type, () => undefined);
    return room;
  };
  const [wall, desk] = await Promise.all([enter('wall', klass.wallKey), enter('console', klass.token)]);
  const seats = new Map<string, Seat>();
  for (const _power of scenario.powers) {
    const { body } = await post(`/api/codes/${klass.code}/join`, { name: `P ${seats.size}` });
    seats.set(body.power, body);
  }
  const [any] = seats.values();
  if (any === undefined) throw new Error('nobody was seated');
  const start = { id: `start-of-${seed}`, table: any.match, input: { kind: 'start' } };
  const reply: unknown = await desk.request('act', start as never);
  if ((reply as { ok?: boolean }).ok !== true) throw new Error(`the class does not start: ${JSON.stringify(reply)}`);
  const masks = [klass.classId, klass.token, klass.wallKey, klass.room];
  return { match: any.match, room: any.room, code: klass.code, seats, wall, masks, console: desk };
};

export const sitDown = async (house: SecrecyHouse, plan: Plan): Promise<SecrecyTable> => {
  const klass = plan.classroom ? await classTable(house, plan) : null;
  const { match, room, code, seats } = klass ?? (await privateTable(house, plan));
  const { body: stranger } = await asking(house.base).post('/api/people', { name: 'Stranger' });
  const players = new Map<string, Player>();
  const watchers: Watcher[] = [];
  for (const { id } of plan.scenario.powers) {
    const seat = seats.get(id);
    if (seat === undefined) throw new Error(`nobody sits for ${id}`);
    const player = await enterMatch(house.base, seat);
    players.set(id, player);
    if (!plan.keepers.includes(id)) watchers.push(watcherOf(id, seat.token, player, player.room));
  }
  if (klass !== null) watchers.push(watcherOf('the wall', '', null, klass.wall));
  else {
    const guest = await enterMatch(house.base, { match, room, token: stranger.token }, { viewer: 'spectator' });
    watchers.push(watcherOf('a spectator', stranger.token, guest, guest.room));
  }
  const masks = [
    match,
    room,
    code,
    stranger.token,
    ...(klass?.masks ?? []),
    ...[...seats.values()].map((one) => one.token),
  ];
  const takeUp = (watcher: Watcher, back: Player): void => {
    if (players.get(watcher.who) === watcher.player) players.set(watcher.who, back);
    watcher.player = back;
    watcher.room = back.room;
  };
  const rooms = (): Room[] => [...[...players.values()].map((one) => one.room), ...watchers.map((one) => one.room)];
  return {
    ...{ match, players, watchers, masks, stranger: stranger.token },
    addLate: (player, token) =>
      void watchers.push(watcherOf(`latecomer ${watchers.length}`, token, player, player.room)),
    reconnect: async (watcher) => {
      const { reconnectionToken } = watcher.room;
      watcher.room.reconnection.enabled = false;
      await watcher.room.leave(false);
      takeUp(watcher, await returnToMatch(house.base, reconnectionToken));
    },
    depart: async (watcher) => {
      const { player, token } = watcher;
      if (player === null) throw new Error('a wall does not go');
      const options = player.view()?.viewer === 'public' ? { viewer: 'spectator' } : {};
      watcher.isAway = true;
      await watcher.room.leave();
      return async () => {
        takeUp(watcher, await resumeMatch(house.base, { match, room, token }, player, options));
        watcher.isAway = false;
      };
    },
    close: async () => {
      await Promise.all(
        [...new Set([...rooms(), ...(klass === null ? [] : [klass.console])])].map((one) => one.leave()),
      );
    },
  };
};
