import { createRequire } from 'node:module';

/** As much of the library as is used here; it is no package of the game's (see CONTRIBUTING.md). */
type Library = {
  readonly Server: (options: { readonly games: readonly object[]; readonly origins: readonly string[] }) => {
    readonly db: { readonly connect: () => Promise<void> };
    readonly app: { readonly listen: (port: number, host: string, listening: () => void) => unknown };
  };
};
type Region = { owner: number; units: number; unrest: number };
type Board = {
  /** Stands first: a thin client looks for it near the beginning. */
  turn: number;
  phase: 'negotiation' | 'orders';
  ready: boolean[];
  /** Secret until the turn ends. */
  orders: unknown[];
  regions: Region[];
  /** What came of the last turn's orders. */
  moved: { region: number; from: number; to: number }[];
};
type Call = { readonly G: Board; readonly playerID: string };

const SEATS = 6;
const ORDERS = 4;
/** Bytes of one in JSON: the board has as many as make a seat's state as large as what the game shows a seat. */
const REGION = JSON.stringify({ owner: 0, units: 1, unrest: 0 } satisfies Region).length + 1;
const REGIONS = Math.max(SEATS * ORDERS, Math.round(Number(process.env.PEER_VIEW ?? 0) / REGION));

const newBoard = (): Board => ({
  turn: 1,
  phase: 'negotiation',
  ready: Array.from({ length: SEATS }, () => false),
  orders: Array.from({ length: SEATS }, () => null),
  regions: Array.from({ length: REGIONS }, (_, i) => ({ owner: i % SEATS, units: 1 + (i % 3), unrest: 0 })),
  moved: [],
});

/** A toy's rules: what is ordered counts for nothing but its size, and each seat takes a few regions. */
const resolve = (board: Board): void => {
  board.moved = [];
  for (let seat = 0; seat < SEATS; seat += 1)
    for (let order = 0; order < ORDERS; order += 1) {
      const place = (seat * 7 + order * 11 + board.turn * 3) % REGIONS;
      const region = board.regions[place];
      if (region === undefined) continue;
      board.moved.push({ region: place, from: region.owner, to: seat });
      region.owner = seat;
      region.units = 1 + ((region.units + order) % 5);
      region.unrest = (region.unrest + 1) % 4;
    }
  board.orders.fill(null);
  board.turn += 1;
};

const endPhase = (board: Board): void => {
  if (board.phase === 'orders') resolve(board);
  board.phase = board.phase === 'orders' ? 'negotiation' : 'orders';
  board.ready.fill(false);
};

/** Everybody moves at any time, so a move may come on top of another's; what is ordered stays out of the others' log. */
const anyTime = { ignoreStaleStateID: true, client: false };
const game = {
  name: 'toy',
  setup: newBoard,
  disableUndo: true,
  deltaState: process.env.PEER_DELTAS === '1',
  turn: { activePlayers: { all: null } },
  moves: {
    submitOrders: {
      ...anyTime,
      redact: true,
      move: ({ G, playerID }: Call, orders: unknown) => {
        G.orders[Number(playerID)] = orders;
      },
    },
    setReady: {
      ...anyTime,
      move: ({ G, playerID }: Call, ready: boolean) => {
        G.ready[Number(playerID)] = ready;
        if (G.ready.every(Boolean)) endPhase(G);
      },
    },
  },
  playerView: ({ G, playerID }: Call) => ({
    ...G,
    orders: G.orders.map((orders, seat) => (seat === Number(playerID) ? orders : null)),
  }),
};

const { Server } = createRequire(import.meta.url)('boardgame.io/server') as Library;
const { db, app } = Server({ games: [game], origins: [] });
await db.connect();
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
process.on('SIGTERM', () => process.exit(0));
