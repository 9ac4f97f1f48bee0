import { type Request, Router } from 'express';
import { type ReminderReply, setReminder } from '../../shared/protocol/feeds.ts';
import type { DoneReply } from '../../shared/protocol/me.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { isByLetter } from '../match/reminders.ts';
import { hashOf } from '../people.ts';
import { answer, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import { tableOf } from './tables.ts';

/** Addresses that one person may enter in a minute: they may be somebody else's. */
const ENTERED = 4;
export const ENTERED_A_DAY = 24;
/** How often an address is entered in a day, by whomever: it cannot be asked. */
export const OF_ONE_ADDRESS = 12;
const DAY = 24 * 3_600_000;

type Limits = { readonly ofPerson: readonly RateLimit[]; readonly ofAddress: RateLimit };
type Seated = { readonly open: OpenMatch; readonly person: string };

const seatedAt = async (services: ApiServices, request: Request): Promise<Seated> => {
  const { key } = await services.callers.knownPerson(request);
  const open = await tableOf(services, request);
  if (open.member(key) === null) throw new HttpProblem('server/not-a-member');
  return { open, person: key };
};

const replyFor = async ({ reminders }: ApiServices, { open, person }: Seated): Promise<ReminderReply> => {
  const address = reminders === null ? null : await reminders.addressOf(open.match.id, person);
  return { offered: reminders !== null && isByLetter(open), address };
};

const show = async (services: ApiServices, request: Request): Promise<ReminderReply> =>
  replyFor(services, await seatedAt(services, request));

const enter = async (services: ApiServices, limits: Limits, request: Request): Promise<ReminderReply> => {
  const { address } = bodyOf(request, setReminder);
  const seated = await seatedAt(services, request);
  const mayHave = isByLetter(seated.open) && (seated.open.member(seated.person)?.power ?? null) !== null;
  if (services.reminders === null || !mayHave) throw new HttpProblem('server/not-allowed');
  const { ofPerson, ofAddress } = limits;
  const mayEnter =
    ofPerson.every((limit) => limit.spend(seated.person)) && ofAddress.spend(hashOf(address.toLowerCase()));
  if (!mayEnter) throw new HttpProblem('server/too-fast');
  await services.reminders.set(seated.open, seated.person, address);
  return replyFor(services, seated);
};

const drop = async (services: ApiServices, request: Request): Promise<ReminderReply> => {
  const seated = await seatedAt(services, request);
  await services.reminders?.drop(seated.open.match.id, seated.person);
  return replyFor(services, seated);
};

const stop = async ({ reminders }: ApiServices, request: Request): Promise<DoneReply> => {
  const { match, key } = request.params;
  if (!(await reminders?.stop(String(match), String(key)))) throw new HttpProblem('server/unknown-match');
  return { ok: true };
};

/** Mail for those who want to be told of turns; on servers that send any. */
export const reminderApi = (services: ApiServices): Router => {
  const { now } = services.clock;
  const limits: Limits = {
    ofPerson: [new RateLimit(ENTERED, now), new RateLimit(ENTERED_A_DAY, now, DAY)],
    ofAddress: new RateLimit(OF_ONE_ADDRESS, now, DAY),
  };
  const router = Router();
  router.get(
    '/matches/:id/reminder',
    answer((request) => show(services, request)),
  );
  router.post(
    '/matches/:id/reminder',
    answer((request) => enter(services, limits, request)),
  );
  router.delete(
    '/matches/:id/reminder',
    answer((request) => drop(services, request)),
  );
  router.post(
    '/reminders/:match/:key/stop',
    answer((request) => stop(services, request)),
  );
  return router;
};
