import { protocolPage } from './page.ts';

process.stdout.write(protocolPage());
