import { type SchemaType, schema, t } from '@colyseus/schema';

/** What every spectator may see, and nothing else: secrets go to their seats as messages. */
export const PublicSeat = schema(
  { people: t.string().default('[]'), ready: t.boolean().default(false), by: t.string().default('nobody') },
  'PublicSeat',
);
export type PublicSeat = SchemaType<typeof PublicSeat>;

export const PublicTable = schema(
  {
    phase: t.string().default('table'),
    turn: t.uint16().default(0),
    /** 0: none */
    deadline: t.number().default(0),
    paused: t.boolean().default(false),
    seats: t.map(PublicSeat),
    spectators: t.uint16().default(0),
  },
  'PublicTable',
);
export type PublicTable = SchemaType<typeof PublicTable>;
