import type { CSSProperties } from 'react';
import type { ActorId } from '../../shared/model/ids.ts';
import { powerColour, powerName } from './power.ts';

const tint = (actor: ActorId): CSSProperties => ({ '--power': powerColour(actor) }) as CSSProperties;

/** An emblem that is nobody's flag: the capital letter in the power's colour. Decoration; the code stands beside it. */
export const PowerEmblem = ({ power, size = 'm' }: { readonly power: ActorId; readonly size?: 's' | 'm' | 'l' }) => (
  <span className="power-emblem" data-size={size} style={tint(power)} aria-hidden="true">
    {powerName(power).charAt(0)}
  </span>
);

/** The three letters in the power's colour. */
export const PowerCode = ({ power }: { readonly power: ActorId }) => (
  <abbr className="power-code" style={tint(power)} title={powerName(power)}>
    {power}
  </abbr>
);
