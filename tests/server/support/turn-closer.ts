/**
 * Closes a turn in a process of its own, which can be killed meanwhile:
 *   node turn-closer.ts FILE UPTO
 */
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import { turnUpTo } from './turn-up-to.ts';

const [file = '', upTo = '0'] = process.argv.slice(2);
const store = await openSqliteStore({ file });
process.stdout.write('closing\n');
await store.putTurn('m', turnUpTo(Number(upTo)));
process.stdout.write('closed\n');
await store.close();
