import { enHelp } from '../text/en-help.ts';
import { speaking } from '../text/text.ts';

export type HelpKey = keyof typeof enHelp;
export const h = speaking(enHelp);
