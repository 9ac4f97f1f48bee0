import { enPrivacy } from './en-privacy.ts';
import { speaking } from './text.ts';

export const p = speaking(enPrivacy);
