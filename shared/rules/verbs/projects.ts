import { refuse } from '../../model/refusal.ts';
import type { VerbRules } from './ground.ts';

export const sponsorRules: VerbRules<'sponsor'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const awardRules: VerbRules<'award'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
