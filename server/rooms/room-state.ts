import { Encoder, type SchemaType, schema, t } from '@colyseus/schema';

// Two buffers of this size are kept for every room, and who is here takes some hundred bytes. They grow where need be.
Encoder.BUFFER_SIZE = 1_024;

/**
 * Who is here: what everybody may see and no view tells. The match itself goes out as views, each viewer's own; told here
 * too, every act would go out twice.
 */
export const PublicSeat = schema({ people: t.string().default('[]') }, 'PublicSeat');
export type PublicSeat = SchemaType<typeof PublicSeat>;

export const PublicTable = schema(
  {
    seats: t.map(PublicSeat),
    spectators: t.uint16().default(0),
  },
  'PublicTable',
);
export type PublicTable = SchemaType<typeof PublicTable>;
