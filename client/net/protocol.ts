import type { LIMITS as SERVER_LIMITS } from '../../shared/protocol/input-schema.ts';
import type { PROTOCOL_VERSION as SERVER_PROTOCOL, PATCH as SERVERS_PATCH } from '../../shared/protocol/messages.ts';

// The same numbers as the server's: the compiler refuses any other. To import the values would bring
// the server's whole validator to the first page.
export const PROTOCOL_VERSION: typeof SERVER_PROTOCOL = 4;
export const PATCH: typeof SERVERS_PATCH = 'p';
export const TITLE_LIMIT: (typeof SERVER_LIMITS)['title'] = 80;
export const REASON_LIMIT: (typeof SERVER_LIMITS)['reason'] = 300;
export const TEXT_LIMIT: (typeof SERVER_LIMITS)['text'] = 2000;
