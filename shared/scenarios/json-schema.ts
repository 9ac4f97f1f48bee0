import { z } from 'zod';
import {
  agreementDraftSchema,
  clauseTermsSchema,
  conditionSchema,
  effectSchema,
  orderPatternSchema,
  orderSchema,
} from '../protocol/input-schema.ts';
import { magnitudesSchema } from './magnitudes-schema.ts';
import { agreementSchema, offerSchema, planStepSchema, policySchema } from './paper-schema.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { area, door, doors, id, source, text } from './schema-parts.ts';

type Naming = { readonly id: string; readonly description?: string };

const NAMES: readonly (readonly [schema: z.ZodType, name: Naming])[] = [
  [id, { id: 'id', description: 'A name of a thing: letters, digits and the signs . _ # : - only.' }],
  [text, { id: 'text', description: 'Words that people read.' }],
  [source, { id: 'source', description: 'Where it is known from: ids of a list of sources, or “design estimate”.' }],
  [area, { id: 'area', description: 'A policy area.' }],
  [door, { id: 'door', description: 'A supplier in an area.' }],
  [doors, { id: 'doors', description: 'Two welcomes at most, and one bar.' }],
  [effectSchema, { id: 'effect', description: 'One change that cards, measures, policies and prizes are made of.' }],
  [conditionSchema, { id: 'condition', description: 'What must hold on the board.' }],
  [orderSchema, { id: 'order', description: 'A whole order.' }],
  [orderPatternSchema, { id: 'orderPattern', description: 'Any order of this verb or family; fields narrow it.' }],
  [clauseTermsSchema, { id: 'clauseTerms', description: 'What is promised.' }],
  [agreementDraftSchema, { id: 'agreementDraft', description: 'A text that may be signed.' }],
  [agreementSchema, { id: 'agreement', description: 'An agreement that stands when the match begins.' }],
  [offerSchema, { id: 'offer', description: 'A text that lies on the table when the match begins.' }],
  [policySchema, { id: 'policy', description: 'What a non-player does and signs; the first rule that holds acts.' }],
  [planStepSchema, { id: 'planStep', description: 'A step of a scripted power; turns in an offer count from now.' }],
  [magnitudesSchema, { id: 'magnitudes', description: 'The numbers of the rules.' }],
];

/** JSON Schema for people who write scenarios, with a name for each shape that comes more than once. */
export const scenarioJsonSchema = (): unknown => {
  const names = z.registry<Naming>();
  for (const [schema, name] of NAMES) names.add(schema, name);
  return z.toJSONSchema(scenarioSchema, { io: 'input', metadata: names });
};
