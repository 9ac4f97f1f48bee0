/** What a record itself holds: an id that somebody sent may be `constructor`, which every object inherits. */
export const lookUp = <T>(record: { readonly [id: string]: T }, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
