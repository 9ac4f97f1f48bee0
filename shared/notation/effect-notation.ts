import type { Effect } from '../model/effect.ts';
import { EFFECT_FORMS } from '../model/fields.ts';
import { formatForm, readForm } from './form-notation.ts';
import { type Parsed, type Reader, reading } from './words.ts';

export const readEffect = (reader: Reader): Effect => readForm(reader, EFFECT_FORMS, 'an effect') as Effect;

/** `track ARM stability -5` · `gateStatus upper-lars restricted 1` · `share ARM energy RUS +4`. */
export const parseEffect = (text: string): Parsed<Effect> => reading(text, readEffect);
export const formatEffect = (effect: Effect): string => formatForm(EFFECT_FORMS, effect);
