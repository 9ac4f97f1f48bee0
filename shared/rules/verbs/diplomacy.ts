import { refuse } from '../../model/refusal.ts';
import type { VerbRules } from './ground.ts';

export const mediateRules: VerbRules<'mediate'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const monitorRules: VerbRules<'monitor'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const recogniseRules: VerbRules<'recognise'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const sanctionRules: VerbRules<'sanction'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const liftRules: VerbRules<'lift'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const denounceRules: VerbRules<'denounce'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
