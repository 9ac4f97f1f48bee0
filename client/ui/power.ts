import type { ActorId } from '../../shared/model/ids.ts';
import { maybeText } from '../text/text.ts';

/** Actors that have a colour of their own; it never stands without the three letters. */
const COLOURED = ['ARM', 'AZE', 'TUR', 'IRN', 'RUS', 'USA', 'GEO'];

export const powerColour = (actor: ActorId): string =>
  `var(--power-${COLOURED.includes(actor) ? actor.toLowerCase() : 'other'})`;

/** The plain name where no scenario is loaded yet, as on the home screen; the code if there is none. */
export const powerName = (actor: ActorId): string => maybeText(`power.${actor}`) ?? actor;

/** Seats of the scenario that home offers before one is loaded, in its canonical order. */
export const HOME_POWERS: readonly ActorId[] = ['ARM', 'USA', 'RUS', 'AZE', 'TUR', 'IRN'];
