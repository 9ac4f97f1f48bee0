import { mkdirSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defineRoom, defineServer, type Server } from '@colyseus/core';
import packageJson from '../package.json' with { type: 'json' };
import { digestBy } from '../shared/kernel/digest.ts';
import type { Scenario } from '../shared/model/scenario.ts';
import { charter2025 } from '../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../shared/scenarios/scenarios.ts';
import { ClassDesk } from './classroom/class-desk.ts';
import { type AddressOf, addressesBehind, proxiesFrom } from './http/addresses.ts';
import { type ApiServices, BODY_LIMIT } from './http/api.ts';
import { Callers } from './http/callers.ts';
import { guard } from './http/gate.ts';
import { Metrics } from './http/metrics.ts';
import { RateLimit } from './http/rate-limit.ts';
import { buildSite } from './http/site.ts';
import { nativeDigest, steadyClock, systemEntropy } from './machine.ts';
import { type MailOptions, openMailer } from './mail.ts';
import { Bans } from './match/bans.ts';
import type { Clock, Entropy, Journal } from './match/clock.ts';
import type { MatchOptions } from './match/match.ts';
import { MatchDirectory, type Past } from './match/match-directory.ts';
import type { Meter } from './match/meter.ts';
import { noteOutage } from './match/outages.ts';
import { Reminders } from './match/reminders.ts';
import { removeEverywhere } from './match/removal.ts';
import { Scheduler } from './match/scheduler.ts';
import { noteRun } from './match/view-lines.ts';
import { OperatorDesk } from './operator/operator-desk.ts';
import { firstOperatorKey } from './operator/operator-key.ts';
import { People } from './people.ts';
import { Forgetting } from './privacy/forgetting.ts';
import { Retention } from './privacy/retention.ts';
import { keepSweeping } from './privacy/sweeps.ts';
import { classRoomFor } from './rooms/class-room.ts';
import { galleryRoomFor } from './rooms/gallery-room.ts';
import { matchRoomFor } from './rooms/match-room.ts';
import { frameworkLog, listen, openNetwork } from './rooms/network.ts';
import { OpenRooms } from './rooms/open-rooms.ts';
import { Origins } from './rooms/origins.ts';
import type { RoomServices } from './rooms/room-services.ts';
import { StartFault } from './rooms/start-fault.ts';
import type { MatchStore } from './store/match-store.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import { watchStore } from './store/watched-store.ts';
import { BotPool } from './workers/bot-pool.ts';
import type { Thinker } from './workers/thinker.ts';

export type AppOptions = {
  /** 0: any free one */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly clientDir: string;
  readonly journal: Journal;
  /** Other origins whose pages may talk to this server. */
  readonly allowedOrigins?: readonly string[];
  /** Whose word for where a request came from is believed. */
  readonly proxies?: string;
  readonly clock?: Clock;
  readonly entropy?: Entropy;
  readonly scenario?: Scenario;
  readonly viewFor?: MatchOptions['viewFor'];
  /** Where people find the page; without it, and without mail, nobody is reminded by mail. */
  readonly site?: string | null;
  readonly mail?: MailOptions | null;
  /** For how many days after its end a match is kept of which nobody has said it. */
  readonly keepDays?: number;
  /** For how many ms a match that all have left stays in memory. */
  readonly idle?: number;
};
export type App = {
  readonly port: number;
  /** The first time alone: only its hash is kept. */ readonly operatorKey: string | null;
  readonly close: () => Promise<void>;
};

/** Into rooms, by address in a minute: a whole school comes back at once after an outage. */
const ENTRIES = 3_000;
/** Everything that is kept of somebody, by person in a minute. */
const EXPORTS = 6;
const BEAT_EVERY = 5_000;
/** What is idle is put away up to a tenth of that time later. */
const sweepEvery = (idle: number): number => Math.min(60_000, Math.max(1_000, idle / 10));
const MEND_EVERY = 1_000;
const RESUME_AFTER = 2_000;
/** The network gets this long to say goodbye; what counts is stored by then. */
const GOODBYE = 2_500;

/** Builds the whole server and starts it; the other end of everything that is handed in. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { scenario, journal } = options;
  digestBy(nativeDigest);
  const addressOf = addressesIn(options);
  const metrics = new Metrics(() => performance.now());
  const { store, isSound } = watchStore(await openStore(options.dataDir), metrics);
  const pool = new BotPool({
    scenarios: scenario === undefined ? [] : [scenario],
    onFault: (error) => journal.error({ error }, 'a thread in which bots think has failed'),
  });
  let noted: (past: Past) => void = () => undefined;
  const past = new Promise<Past>((resolve) => {
    noted = resolve;
  });
  const services = { ...(await servicesOn(store, pool, past, options, metrics)), isSound, metrics, addressOf };
  metrics.watch({
    ...{ matches: () => store.matchCounts(), open: async () => (await services.directory.opened()).length },
    ...{ connections: () => services.rooms.connections, bots: () => pool.load, isSound },
  });
  let operatorKey: string | null = null;
  const closing = new AbortController();
  const http = createServer();
  const server = buildServer(http, services, options, closing.signal);
  try {
    await listen(server, http, options.port, options.host);
    // Not before: until here nobody could play.
    const outages = await noteOutage(store, services.clock.now());
    noted({ outages, runs: await noteRun(store, options.entropy ?? systemEntropy) });
    operatorKey = await firstOperatorKey(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  const entries = new RateLimit(ENTRIES, services.clock.now);
  guard(http, { bodyLimit: BODY_LIMIT, mayEnter: (request) => entries.spend(addressOf(request)) });
  const rest = keepUp(services);
  const close = async (): Promise<void> => {
    if (closing.signal.aborted) return;
    closing.abort();
    const downSince = services.clock.now();
    await services.directory.close();
    await pool.close();
    await rest(downSince);
    await Promise.race([server.gracefullyShutdown(false), new Promise((resolve) => setTimeout(resolve, GOODBYE))]);
    http.closeAllConnections();
    await store.close();
  };
  return { port: (http.address() as AddressInfo).port, operatorKey, close };
};

const openStore = async (dataDir: string): Promise<MatchStore> => {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await openSqliteStore({ file: join(dataDir, 'multivector.db') });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFault('server/data-folder', `The data folder ${dataDir} cannot be used: ${why}.`);
  }
};

type Services = RoomServices & Pick<ApiServices, 'forgetting' | 'retention' | 'desk'>;

const servicesOn = async (
  store: MatchStore,
  thinker: Thinker,
  past: Promise<Past>,
  options: AppOptions,
  meter: Meter,
): Promise<Services> => {
  const { journal, entropy = systemEntropy, scenario = charter2025, viewFor } = options;
  const { keepDays, idle } = options;
  const kept = { ...(keepDays === undefined ? {} : { keepDays }), ...(idle === undefined ? {} : { idle }) };
  const clock = options.clock ?? steadyClock((await store.lastBeat()) ?? 0);
  const scenarios = (id: string): Scenario | null => (id === scenario.id ? scenario : scenarioById(id));
  const site = siteOf(options);
  const reminders: Reminders | null =
    site === null || (options.mail ?? null) === null
      ? null
      : new Reminders({
          ...{ store, clock, entropy, journal, site },
          open: (id) => directory.open(id),
          mailer: openMailer(options.mail as MailOptions),
        });
  const directory = new MatchDirectory({
    store,
    clock,
    entropy,
    journal,
    thinker,
    scenario,
    scenarioById: scenarios,
    past,
    meter,
    onOpen: (open) => reminders?.follow(open),
    ...(viewFor === undefined ? {} : { viewFor }),
    ...kept,
  });
  const classes = new ClassDesk({ directory, store, entropy, now: clock.now });
  const people = new People(store, clock.now);
  const onBanned = async (person: string): Promise<void> => {
    people.left(person);
    await removeEverywhere({ store, directory }, person);
  };
  const bans = new Bans({ store, now: clock.now, journal, onBanned });
  await bans.load();
  const rooms = new OpenRooms();
  const closing = { store, directory, closeRooms: (target: string) => rooms.close(target) };
  const forgetting = new Forgetting({ ...closing, people, scenarioById: scenarios, journal });
  const retention = new Retention({ ...closing, now: clock.now });
  const live = { closing, bans, people };
  const desk = new OperatorDesk({ store, scenarioById: scenarios, now: clock.now, live });
  return { directory, classes, people, bans, forgetting, retention, desk, store, reminders, rooms, clock, journal };
};

const addressesIn = ({ proxies = '' }: Pick<AppOptions, 'proxies'>): AddressOf => {
  const named = proxiesFrom(proxies);
  if (named !== null) return addressesBehind(named);
  const should = 'must be addresses or networks with commas between, or loopback';
  throw new StartFault('server/bad-proxies', `TRUSTED_PROXIES ${should}, not “${proxies}”.`);
};

/** As a link begins: with a slash at its end. */
const siteOf = ({ site = null }: Pick<AppOptions, 'site'>): string | null =>
  site === null ? null : site.endsWith('/') ? site : `${site}/`;

type SiteServices = Services & Pick<ApiServices, 'isSound' | 'metrics' | 'addressOf'>;

const buildServer = (http: HttpServer, services: SiteServices, options: AppOptions, closing: AbortSignal): Server => {
  const { people, store, bans, rooms, clock, journal, addressOf } = services;
  const apiServices: ApiServices = {
    ...services,
    callers: new Callers({ people, store, bans, addressOf, now: clock.now }),
    site: siteOf(options),
    version: packageJson.version,
    powers: (options.scenario ?? charter2025).powers.map((power) => power.id),
    openRoom: (kind, target) => rooms.open(kind, target),
    closeRooms: (target) => rooms.close(target),
    exports: new RateLimit(EXPORTS, clock.now),
    isClosing: () => closing.aborted,
    closing,
  };
  return defineServer({
    rooms: {
      match: defineRoom(matchRoomFor(services)),
      class: defineRoom(classRoomFor(services)),
      gallery: defineRoom(galleryRoomFor(services)),
    },
    transport: openNetwork(new Origins(options.allowedOrigins ?? []), http),
    express: (app) => buildSite(app, apiServices, options.clientDir),
    greet: false,
    gracefullyShutdown: false,
    logger: frameworkLog(journal) as never,
  });
};

/** What goes on while nobody asks: the heartbeat, putting idle matches away, and matches that run by themselves. */
const keepUp = (services: Services): ((downSince: number) => Promise<void>) => {
  const { store, directory, bans, forgetting, retention, reminders, clock, journal } = services;
  const beat = (at = clock.now()): Promise<void> =>
    store.beat(at).catch((error: unknown) => journal.warn({ error }, 'the heartbeat could not be stored'));
  const scheduler = new Scheduler({ store, directory, clock, journal, also: () => reminders?.look() });
  const readBans = (): Promise<void> =>
    bans.reload().catch((error: unknown) => journal.warn({ error }, 'the list of the excluded could not be read'));
  const timers = [
    setInterval(() => void beat(), BEAT_EVERY),
    setInterval(readBans, BEAT_EVERY),
    setInterval(() => void directory.closeIdle(), sweepEvery(directory.idle)),
    setInterval(() => void directory.mend(), MEND_EVERY),
  ];
  let again: NodeJS.Timeout | undefined;
  const resume = async (): Promise<void> => {
    const isWhole = await directory.resume().catch((error: unknown) => {
      journal.error({ error }, 'running matches could not be opened; trying again');
      return false;
    });
    // Clocks and bots of tables that nobody asks for would stand still.
    if (isWhole) await beat();
    else again = setTimeout(() => void resume(), RESUME_AFTER);
  };
  void readBans();
  void resume();
  scheduler.start();
  const stopSweeping = keepSweeping(forgetting, retention, journal);
  return async (downSince) => {
    await Promise.all([scheduler.stop(), stopSweeping()]);
    reminders?.close();
    for (const timer of timers) clearInterval(timer);
    clearTimeout(again);
    // Since when nothing has been taken, not since when everything is tidied up.
    await beat(downSince);
  };
};
