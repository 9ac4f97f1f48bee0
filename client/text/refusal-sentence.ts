import type { Reply } from '../../shared/protocol/messages.ts';
import { maybe, t } from './match-text.ts';

export type Refused = Extract<Reply, { readonly ok: false }>['refusal'];

/** Which family of reasons a code speaks of. */
const FAMILIES: { readonly [code: string]: string } = {
  'orders/not-allowed': 'orders',
  'orders/bad-doors': 'doors',
  'orders/bad-demand': 'draft',
  'treaty/bad-draft': 'draft',
  'treaty/not-open': 'open',
  'control/bad-effect': 'control',
};

/** Why something was refused, as a plain sentence. Blanks that the server did not fill leave no holes. */
export const refusalSentence = (refusal: Refused): string => {
  const { code, because } = refusal;
  const blanks = {
    number: '',
    capital: '',
    treasury: '',
    hasCapital: '',
    hasTreasury: '',
    most: '',
    least: '',
    ...because,
  };
  const told = maybe(`refusal.${code}`, blanks) ?? t('refusal.other');
  const family = FAMILIES[code];
  const reason = because.why ?? because.status;
  const parts = [
    told,
    because.clause === undefined ? null : t('why.clause', { clause: because.clause }),
    family === undefined || reason === undefined ? null : maybe(`why.${family}.${reason}`, blanks),
  ];
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .replaceAll(/ {2,}/gu, ' ')
    .replaceAll(' .', '.');
};
