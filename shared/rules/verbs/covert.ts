import { refuse } from '../../model/refusal.ts';
import type { VerbRules } from './ground.ts';

export const spyRules: VerbRules<'spy'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const destabiliseRules: VerbRules<'destabilise'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const coupRules: VerbRules<'coup'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const sabotageRules: VerbRules<'sabotage'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const blockadeRules: VerbRules<'blockade'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
