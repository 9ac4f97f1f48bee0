/**
 * Names of things. An id is a string with a flavour: a plain literal may become any id, but a
 * SeatId never passes for a PowerId by accident.
 */
type Flavour<Name extends string> = string & { readonly flavour?: Name };

/** One of the powers that people play, e.g. `ARM`. */
export type PowerId = Flavour<'power'>;
/** Anybody who may hold a share or host one: a power or a non-player such as `GEO`. */
export type ActorId = string;
/** Key of a portfolio row: an actor, or `own` for the host itself. */
export type SupplierId = string;
export type ScenarioId = Flavour<'scenario'>;
export type MatchId = Flavour<'match'>;
export type SiteId = Flavour<'site'>;
export type RouteId = Flavour<'route'>;
export type GateId = Flavour<'gate'>;
export type FrontId = Flavour<'front'>;
export type ProjectId = Flavour<'project'>;
export type PrizeId = Flavour<'prize'>;
export type MeasureId = Flavour<'measure'>;
export type AgreementId = Flavour<'agreement'>;
export type ClauseId = Flavour<'clause'>;
export type ProposalId = Flavour<'proposal'>;
export type CardId = Flavour<'card'>;
export type ObjectiveId = Flavour<'objective'>;
/** Of a scenario's list of sources, e.g. `S44`. */
export type SourceId = Flavour<'source'>;
/** Sorted powers joined by `-`: the name of a channel and the root of ids made in it. */
export type ChannelKey = Flavour<'channel'>;
/** `turn.n`, counted among the events that its reader may see. */
export type EventId = Flavour<'event'>;

/** The share that a host keeps for itself. */
export const OWN = 'own';

/** Who an input comes from: a power, the facilitator, or the table itself (clock and presence). */
export type SeatId = PowerId | 'facilitator' | 'table';
/** Whose eyes: a power, the public, or everything (the facilitator, and all after the end). */
export type ViewerId = PowerId | 'public' | 'facilitator';

export const channelKey = (powers: readonly PowerId[]): ChannelKey => [...new Set(powers)].sort().join('-');

const eventIds = new Map<number, EventId[]>();

/** The same few names come back in every match and for every reader: each is made once. */
export const eventId = (turn: number, number: number): EventId => {
  const known = eventIds.get(turn) ?? [];
  if (known.length === 0) eventIds.set(turn, known);
  while (known.length <= number) known.push(`${turn}.${known.length}`);
  return known[number] ?? '';
};
