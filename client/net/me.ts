import type { DeletedReply, DoneReply, MeReply, MyData, ReturnLinkReply } from '../../shared/protocol/me.ts';
import { call } from './api.ts';
import { consoleToken } from './session.ts';

/** What is asked of the server about oneself, and by a teacher about the class's key and end. */
export const me = {
  show: (token: string): Promise<MeReply> => call('GET', 'api/me', undefined, token),
  exchange: (token: string, next: string): Promise<MeReply> => call('POST', 'api/me/session', { next }, token),
  returnLink: (): Promise<ReturnLinkReply> => call('POST', 'api/me/return-link', {}),
  signOutElsewhere: (): Promise<DoneReply> => call('POST', 'api/me/sign-out', { where: 'elsewhere' }),
  data: (): Promise<MyData> => call('GET', 'api/me/data'),
  erase: (): Promise<DeletedReply> => call('DELETE', 'api/me', { confirm: 'delete' }),
  renewKey: (classId: string, next: string, key = consoleToken(classId)): Promise<DoneReply> =>
    call('POST', `api/classes/${encodeURIComponent(classId)}/key`, { next }, key),
  eraseClass: (classId: string): Promise<DoneReply> =>
    call('DELETE', `api/classes/${encodeURIComponent(classId)}`, { confirm: 'delete' }, consoleToken(classId)),
} as const;
