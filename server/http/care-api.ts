import { createHash } from 'node:crypto';
import { type Request, Router } from 'express';
import { type BlockList, block, rematch, removal, report, type WayInReply, wayIn } from '../../shared/protocol/care.ts';
import type { MatchReply, MatchSummary } from '../../shared/protocol/http.ts';
import type { DoneReply } from '../../shared/protocol/me.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { Rematches } from '../match/rematch.ts';
import { replaceStudent } from '../match/removal.ts';
import { hashOf } from '../people.ts';
import type { Member, PersonKey } from '../store/match-store.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { mayMake } from './quotas.ts';
import { RateLimit } from './rate-limit.ts';
import { reportFor } from './reports.ts';
import { memberOf, replyFor, startTable, summaryFor, tableOf } from './tables.ts';

const DAY = 24 * 3_600_000;
const REPORTS_A_DAY = 20;
const DONE: DoneReply = { ok: true };

type Care = { readonly services: ApiServices; readonly rematches: Rematches; readonly reports: RateLimit };
type Here = { readonly open: OpenMatch; readonly person: PersonKey; readonly member: Member | null };

/** Whoever asks, at a table that is not a class's: there the teacher takes care. */
const here = async ({ callers, ...services }: ApiServices, request: Request): Promise<Here> => {
  const { key } = await callers.knownPerson(request);
  const open = await tableOf({ callers, ...services }, request);
  if (open.stored.kind === 'class') throw new HttpProblem('server/not-allowed');
  return { open, person: key, member: open.member(key) };
};

const otherAt = ({ open, person }: Here, power: string): Member => {
  const [other] = open.membersOf(power);
  if (other === undefined || other.person === person) throw new HttpProblem('server/not-allowed');
  return other;
};

const addReport = async ({ services, reports }: Care, request: Request): Promise<DoneReply> => {
  const told = bodyOf(request, report);
  const { open, person, member } = await here(services, request);
  if (member === null && !open.stored.settings.spectators) throw new HttpProblem('server/not-a-member');
  const reporter = { person, viewer: member?.power ?? 'public' };
  const { store, clock } = services;
  const inOrder = await reportFor({ store, now: clock.now() }, open, reporter, told);
  if (!reports.spend(person)) throw new HttpProblem('server/too-many');
  await store.addReport(inOrder);
  return DONE;
};

const remove = async ({ services }: Care, request: Request): Promise<MatchSummary> => {
  const { power } = bodyOf(request, removal);
  const at = await here(services, request);
  if (at.open.stored.host !== at.person) throw new HttpProblem('server/not-allowed');
  memberOf(await at.open.remove(otherAt(at, power).person));
  return summaryFor(at.open, at.person);
};

const addBlock = async ({ services }: Care, request: Request): Promise<DoneReply> => {
  const { power } = bodyOf(request, block);
  const at = await here(services, request);
  if (at.member === null) throw new HttpProblem('server/not-a-member');
  await services.store.setBlock(at.person, otherAt(at, power).person, true);
  return DONE;
};

/** Names a blocked person to whoever has blocked them, and to nobody else: a person's own key goes nowhere. */
const blockId = (person: PersonKey, blocked: PersonKey): string =>
  createHash('sha256').update(`${person} blocks ${blocked}`).digest('hex').slice(0, 20);

const listBlocks = async ({ services }: Care, request: Request): Promise<BlockList> => {
  const { key } = await services.callers.knownPerson(request);
  const blocked = await services.store.blocksOf(key);
  const rows = blocked.map(async (one) => {
    const name = (await services.store.person(one))?.name ?? '';
    return { id: blockId(key, one), name };
  });
  return { blocks: await Promise.all(rows) };
};

const liftBlock = async ({ services }: Care, request: Request): Promise<BlockList> => {
  const { key } = await services.callers.knownPerson(request);
  const lifted = (await services.store.blocksOf(key)).find((one) => blockId(key, one) === request.params.id);
  if (lifted === undefined) throw new HttpProblem('server/not-allowed');
  await services.store.setBlock(key, lifted, false);
  return listBlocks({ services } as Care, request);
};

const playAgain = async ({ services, rematches }: Care, request: Request): Promise<MatchReply> => {
  const { seats } = bodyOf(request, rematch);
  const { open, person, member } = await here(services, request);
  if (member?.power == null || open.match.state.table.phase !== 'ended') throw new HttpProblem('server/not-allowed');
  if ((await rematches.nextOf(open.match.id)) === null) await mayMake(services, person, open.stored.kind);
  const next = await rematches.next(open, person, seats);
  if (next === null) throw new HttpProblem('server/unknown-match');
  const others = next.members.map((one) => one.person);
  if (await services.store.isBlocked(person, others)) throw new HttpProblem('server/not-welcome');
  const power = rematches.seatAt(next.match.id, services.powers, member.power);
  const wish = next.membersOf(power).length === 0 && next.match.state.table.phase === 'table' ? { power } : {};
  const seated = memberOf(await next.join({ person, name: member.name, ...wish }));
  if (next.stored.kind === 'quick' && next.match.state.table.phase === 'table') await startTable(next);
  const token = bearerOf(request) ?? '';
  return replyFor(services, next, seated, { person: { key: person, name: member.name, createdAt: 0 }, token });
};

/** A new person in the old one's seat: a link to the old one would open whatever else they are anywhere. */
const makeWayIn = async ({ services }: Care, request: Request): Promise<WayInReply> => {
  const asked = bodyOf(request, wayIn);
  const { store, people, directory } = services;
  const facilitated = await store.classByConsole(hashOf(bearerOf(request) ?? ''));
  const open = await directory.open(asked.match);
  if (facilitated === null || facilitated.id !== request.params.id || open?.stored.classId !== facilitated.id)
    throw new HttpProblem('server/not-allowed');
  const lost = open.membersOf(asked.power).find(({ name }) => name === asked.name);
  if (lost === undefined) throw new HttpProblem('server/not-allowed');
  const { person, token } = await people.create(lost.name);
  memberOf(await replaceStudent(open, store, lost.person, person.key, facilitated.id));
  const link = await people.returnLink(person.key);
  await people.drop(person.key, token);
  return { match: open.match.id, power: asked.power, ...link };
};

/** What people need of each other beyond the game, and of whoever runs a table. */
export const careApi = (services: ApiServices): Router => {
  const care: Care = {
    services,
    rematches: new Rematches(services.directory, services.store),
    reports: new RateLimit(REPORTS_A_DAY, () => services.clock.now(), DAY),
  };
  const router = Router();
  const post = (path: string, handle: (care: Care, request: Request) => Promise<unknown>): void => {
    router.post(
      path,
      answer((request) => handle(care, request)),
    );
  };
  post('/matches/:id/reports', addReport);
  post('/matches/:id/removals', remove);
  post('/matches/:id/blocks', addBlock);
  post('/matches/:id/rematch', playAgain);
  post('/me/blocks/:id/lift', liftBlock);
  post('/classes/:id/ways-in', makeWayIn);
  router.get(
    '/me/blocks',
    answer((request) => listBlocks(care, request)),
  );
  return router;
};
