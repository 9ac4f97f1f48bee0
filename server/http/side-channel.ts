import { type Request, Router } from 'express';
import type { PowerId, ViewerId } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import { type OptionsReply, type ViewReply, viewQuery } from '../../shared/protocol/side-channel.ts';
import { legalDemands, legalDoors, legalOrders } from '../../shared/rules/legal-orders.ts';
import { type Admission, type Admitted, admit, admitToGallery, seesLate, viewerOf } from '../match/admission.ts';
import { Allowances } from '../match/allowances.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { refusedBy } from '../match/replies.ts';
import { takeAct, takeInput } from '../match/requests.ts';
import { namesInGallery } from '../match/seating.ts';
import type { Watched } from '../match/spectators.ts';
import { welcomeFor } from '../match/welcome.ts';
import { answer, bearerOf, queryOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { LongPolls } from './long-polls.ts';
import { PolledPresence } from './polled-presence.ts';
import { HttpProblem } from './problems.ts';
import { tableOf } from './tables.ts';

type Channel = {
  readonly services: ApiServices;
  readonly polls: LongPolls;
  readonly presence: PolledPresence;
  readonly allowances: Allowances;
};
type Guest = { readonly open: OpenMatch; readonly admission: Admission };

/** Whoever asks, at the table that the address names. */
const guestAt = async (services: ApiServices, request: Request, as: unknown): Promise<Guest> => {
  const open = await tableOf(services, request);
  return { open, ...letIn(await admit(services, open, bearerOf(request), as)) };
};
const letIn = (entry: Admitted): { readonly admission: Admission } => {
  if (!entry.ok) throw new HttpProblem(entry.code);
  return { admission: entry.admission };
};

/** Aborted when the connection has gone before it was answered. */
const goneOf = (request: Request): AbortSignal => {
  const gone = new AbortController();
  request.res?.once('close', () => gone.abort());
  return gone.signal;
};

/** What somebody looks at: the match with the eyes of their seat, or its gallery, from where it is seen late. */
type Window = Guest & { readonly eyes: ViewerId; readonly late: boolean };

const windowFor = async (services: ApiServices, request: Request, as: unknown): Promise<Window> => {
  const open = await tableOf(services, request);
  const entry = await admit(services, open, bearerOf(request), as);
  const late = !entry.ok && entry.code === 'server/behind';
  const { admission } = late ? letIn(await admitToGallery(services, open, bearerOf(request), as)) : letIn(entry);
  return { open, admission, late, eyes: late ? 'public' : viewerOf(open, admission) };
};

const sourceOf = ({ open, late }: Window): Watched => (late ? open.gallery : open.match);

/** Whether there is something else to tell than that nothing has changed; a lower version is that of another seat. */
const isNewsAt = (window: Window, after: number | undefined): boolean => {
  const { open, admission, late, eyes } = window;
  return (
    sourceOf(window).version(eyes) !== after ||
    open.match.broken ||
    open.isRemoved(admission.person ?? '') ||
    (admission.as !== 'facilitator' && seesLate(open, admission) !== late) ||
    (!late && viewerOf(open, admission) !== eyes)
  );
};

const view = async ({ services, polls, presence }: Channel, request: Request): Promise<ViewReply> => {
  const { after, wait = 0, viewer } = queryOf(request, viewQuery);
  const gone = goneOf(request);
  let window = await windowFor(services, request, viewer);
  const { open } = window;
  const leave = presence.arrive(open, window.admission, window.late);
  let moved = false;
  try {
    const isNews = (): boolean => isNewsAt(window, after);
    if (wait > 0 && !isNews()) {
      if (polls.isFull(open)) throw new HttpProblem('server/too-fast');
      const gallery = window.late ? open.gallery : null;
      const caller = window.admission.person ?? `facilitator ${open.match.id}`;
      await polls.hold({ open, gallery, caller, wait: wait * 1_000, isNews, gone });
      if (services.isClosing() || open.match.broken) throw new HttpProblem('server/closing');
      // Meanwhile the token may have been given up, the seat changed, or the table have begun to be seen late.
      const before = window;
      window = await windowFor(services, request, viewer);
      moved = before.late !== window.late || before.eyes !== window.eyes;
    }
  } finally {
    leave();
  }
  const now = services.clock.now();
  const version = sourceOf(window).version(window.eyes);
  return moved || version !== after ? viewOf(window, now) : { changed: false, version, now };
};

const viewOf = (window: Window, now: number): ViewReply => {
  const { open, admission, late, eyes } = window;
  const source = sourceOf(window);
  // From the gallery nobody sees who is here at this moment.
  const peopleAt = (power: PowerId) =>
    late
      ? namesInGallery(open, power).map((name) => ({ name, online: true }))
      : open.membersOf(power).map(({ name, person }) => ({ name, online: open.presence.online(person) }));
  return {
    changed: true,
    version: source.version(eyes),
    now,
    view: source.view(eyes),
    digests: source.digests,
    welcome: welcomeFor(open, admission, eyes, late),
    people: Object.fromEntries(open.match.scenario.powers.map(({ id }) => [id, peopleAt(id)])),
  };
};

/** From the seat's view alone, as everything that a seat is offered. */
const options = async ({ services }: Channel, request: Request): Promise<OptionsReply> => {
  const { open, admission } = await guestAt(services, request, undefined);
  const { match } = open;
  const power = viewerOf(open, admission);
  if (power === 'public' || power === 'facilitator') throw new HttpProblem('server/not-allowed');
  const seen = match.view(power);
  const { capital, treasury } = seen.tracks[power]?.exact ?? { capital: 0, treasury: 0 };
  const orders = legalOrders(match.scenario, seen);
  const hosts = new Set(
    orders.flatMap(({ order }) => (order.verb === 'squeeze' || order.verb === 'destabilise' ? [order.host] : [])),
  );
  return {
    version: match.version(power),
    has: { capital, treasury },
    overstretch: match.scenario.magnitudes.overstretch,
    orders,
    doors: legalDoors(match.scenario, seen),
    demands: Object.fromEntries([...hosts].map((host) => [host, legalDemands(match.scenario, seen, host)])),
  };
};

/** The same limits as for a request over a socket, by person for want of a connection. */
const sent = async (
  { services, allowances }: Channel,
  request: Request,
  as: 'facilitator' | undefined,
  take: typeof takeInput,
): Promise<Reply> => {
  const { open, admission } = await guestAt(services, request, as);
  if (!allowances.spend(admission.person ?? `facilitator ${open.match.id}`, services.clock.now()))
    return refusedBy('server/too-fast');
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.payload)
    return refusedBy('server/too-large', { most: LIMITS.payload });
  return take(open, admission, request.body);
};

/** A match over plain HTTP: what its room does by messages, for whoever cannot or will not open a socket. */
export const sideChannel = (services: ApiServices): Router => {
  const channel: Channel = {
    services,
    polls: new LongPolls(services.clock, services.closing),
    presence: new PolledPresence(services.clock),
    allowances: new Allowances(),
  };
  const router = Router();
  router.get(
    '/matches/:id/view',
    answer((request) => view(channel, request)),
  );
  router.get(
    '/matches/:id/options',
    answer((request) => options(channel, request)),
  );
  router.post(
    '/matches/:id/inputs',
    answer((request) => sent(channel, request, undefined, takeInput)),
  );
  router.post(
    '/matches/:id/acts',
    answer((request) => sent(channel, request, 'facilitator', takeAct)),
  );
  return router;
};
