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

/** Which order is meant: what it says where that is known, else its place. */
const orderMeant = ({ because }: Refused, order: string | null): string => {
  if (order !== null) return t('refusal.order.named', { order });
  const number = because.number ?? '';
  return number === '' ? t('refusal.order.this') : t('refusal.order.number', { number });
};

/**
 * Why something was refused, as a plain sentence. Blanks that the server did not fill leave no holes; `order` is
 * what the order says that is meant.
 */
export const refusalSentence = (refusal: Refused, order: string | null = null): string => {
  const { code, because } = refusal;
  const blanks = {
    order: orderMeant(refusal, order),
    number: '',
    capital: '',
    treasury: '',
    hasCapital: '',
    hasTreasury: '',
    most: '',
    least: '',
    left: 0,
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
