import { ERASED } from '../../shared/model/input.ts';
import { t } from './match-text.ts';

/** What was said, or that it is no longer there. */
export const saidText = (text: string): string => (text === ERASED ? t('talk.erased') : text);
