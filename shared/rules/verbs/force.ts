import { refuse } from '../../model/refusal.ts';
import type { VerbRules } from './ground.ts';

export const mobiliseRules: VerbRules<'mobilise'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const standDownRules: VerbRules<'standDown'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const deterRules: VerbRules<'deter'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const probeRules: VerbRules<'probe'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
export const operateRules: VerbRules<'operate'> = { offers: () => [], refuse: () => refuse('orders/unknown') };
