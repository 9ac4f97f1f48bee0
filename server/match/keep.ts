/** How long a match is kept after its end, in days, where whoever made it has not chosen; `KEEP_DAYS` of the environment replaces it. */
export const KEEP_DAYS = 180;
/** Classes are kept for a term. */
export const CLASS_KEEP_DAYS = 90;
