import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defineRoom, defineServer, matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import packageJson from '../package.json' with { type: 'json' };
import type { Scenario } from '../shared/model/scenario.ts';
import { LIMITS } from '../shared/protocol/input-schema.ts';
import { charter2025 } from '../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../shared/scenarios/scenarios.ts';
import { ClassDesk } from './classroom/class-desk.ts';
import { BODY_LIMIT } from './http/api.ts';
import { Callers } from './http/callers.ts';
import { guard } from './http/gate.ts';
import { Origins } from './http/origins.ts';
import { buildSite } from './http/site.ts';
import type { Clock, Entropy, Journal } from './match/clock.ts';
import type { MatchOptions } from './match/match.ts';
import { MatchDirectory } from './match/match-directory.ts';
import { People } from './people.ts';
import { classRoomFor } from './rooms/class-room.ts';
import { matchRoomFor } from './rooms/match-room.ts';
import { OpenRooms } from './rooms/open-rooms.ts';
import type { MatchStore } from './store/match-store.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

export type AppOptions = {
  /** 0: any free one */ readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly clientDir: string;
  readonly journal: Journal;
  /** Other origins whose pages may talk to this server. */
  readonly allowedOrigins?: readonly string[];
  readonly clock?: Clock;
  readonly scenario?: Scenario;
  readonly viewFor?: MatchOptions['viewFor'];
};
export type App = { readonly port: number; readonly close: () => Promise<void> };

/** Why the server cannot start, for a person. */
export class StartFault extends Error {
  readonly code: 'server/port-in-use' | 'server/data-folder' | 'server/cannot-listen';
  constructor(code: StartFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const BEAT_EVERY = 5_000;
const SWEEP_EVERY = 60_000;
/** The network gets this long to say goodbye; what counts is stored by then. */
const GOODBYE = 2_500;

const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
const entropy: Entropy = { hex: (bytes) => randomBytes(bytes).toString('hex'), below: (limit) => randomInt(limit) };

const openStore = async (dataDir: string): Promise<MatchStore> => {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await openSqliteStore({ file: join(dataDir, 'multivector.db') });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFault('server/data-folder', `The data folder ${dataDir} cannot be used: ${why}.`);
  }
};

const portOf = (server: HttpServer): number => (server.address() as AddressInfo).port;

/** `listen` of the framework never settles when the port is taken: whichever of the two comes first. */
const listen = async (server: Server, http: HttpServer, { port, host }: AppOptions): Promise<void> => {
  const failed = new Promise<never>((_resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new StartFault(
            'server/port-in-use',
            `Port ${port} is already in use. Stop the other server, or choose another port with PORT.`,
          ),
        );
      else
        reject(
          new StartFault(
            'server/cannot-listen',
            `The server cannot listen on ${host}, port ${port}: ${error.message}.`,
          ),
        );
    });
  });
  await Promise.race([server.listen(port, host), failed]);
  // What follows must not be able to bring the process down.
  failed.catch(() => undefined);
};

const closedNetwork = (origins: Origins, http: HttpServer): WebSocketTransport => {
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = (headers) => origins.corsHeaders(headers.get('origin'));
  return new WebSocketTransport({
    server: http,
    maxPayload: LIMITS.payload * 2,
    beforeUpgrade: (_request, context) =>
      origins.allows(context.headers.get('origin'), context.headers.get('host'))
        ? undefined
        : new Response(null, { status: 403 }),
  });
};

/** Lines of the framework for the operator's log, if they tell of a failure. */
const frameworkLog = (journal: Journal) => {
  const tell =
    (level: 'info' | 'warn' | 'error') =>
    (...lines: readonly unknown[]) =>
      journal[level]({ from: 'colyseus' }, lines.map(String).join(' ').slice(0, 500));
  return {
    debug: () => undefined,
    trace: () => undefined,
    info: () => undefined,
    warn: tell('warn'),
    error: tell('warn'),
  };
};

/** Builds the whole server and starts it; the other end of everything that is handed in. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { journal, clock = systemClock, scenario = charter2025, viewFor } = options;
  const store = await openStore(options.dataDir);
  const people = new People(store, clock.now);
  const directory = new MatchDirectory({
    store,
    clock,
    entropy,
    journal,
    scenario,
    downSince: await store.lastBeat(),
    scenarioById: (id) => (id === scenario.id ? scenario : scenarioById(id)),
    ...(viewFor === undefined ? {} : { viewFor }),
  });
  const classes = new ClassDesk({ directory, store, entropy, now: clock.now });
  const rooms = new OpenRooms();
  const services = { directory, classes, people, store, rooms, clock, journal };

  let closing = false;
  const http = createServer();
  const server = defineServer({
    rooms: { match: defineRoom(matchRoomFor(services)), class: defineRoom(classRoomFor(services)) },
    transport: closedNetwork(new Origins(options.allowedOrigins ?? []), http),
    express: (app) =>
      buildSite(
        app,
        {
          ...services,
          callers: new Callers(people, clock.now),
          version: packageJson.version,
          powers: scenario.powers.map(({ id }) => id),
          openRoom: (kind, target) => rooms.open(kind, target),
          isClosing: () => closing,
        },
        options.clientDir,
      ),
    greet: false,
    gracefullyShutdown: false,
    logger: frameworkLog(journal) as never,
  });
  try {
    await listen(server, http, options);
  } catch (error) {
    await store.close();
    throw error;
  }
  guard(http, BODY_LIMIT);

  const beat = () =>
    store.beat(clock.now()).catch((error: unknown) => journal.warn({ error }, 'the heartbeat could not be stored'));
  const timers = [setInterval(beat, BEAT_EVERY), setInterval(() => void directory.closeIdle(), SWEEP_EVERY)];
  directory.resume().then(beat, (error: unknown) => journal.error({ error }, 'running matches could not be opened'));

  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    for (const timer of timers) clearInterval(timer);
    await directory.close();
    await beat();
    await Promise.race([server.gracefullyShutdown(false), new Promise((resolve) => setTimeout(resolve, GOODBYE))]);
    http.closeAllConnections();
    await store.close();
  };
  return { port: portOf(http), close };
};
