import { enRefusals } from '../../client/text/en-refusals.ts';
import { PROBLEMS } from '../../server/http/problems.ts';
import { REFUSAL_CODES } from '../../shared/model/refusal.ts';
import { BODY_CODES, CALLERS, COMMON_CODES, ENDPOINTS, type Endpoint } from '../../shared/protocol/endpoints.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import { declarationsOf } from './declarations.ts';
import { FACILITATOR_INPUTS, ORDERS, POWER_INPUTS, PROMISES } from './examples.ts';
import {
  INTRODUCTION,
  LIMITS_AND_SETTINGS,
  REQUESTS_AND_REPLIES,
  ROOMS,
  SHAPES_INTRODUCTION,
  TYPES_INTRODUCTION,
  WALKTHROUGH,
  WHO,
} from './prose.ts';
import { linesOf, SHAPES, shapeOfSchema } from './shapes.ts';

const block = (language: string, lines: readonly string[]): string =>
  ['```', language, '\n', lines.join('\n'), '\n```'].join('');
const json = (value: unknown): string => JSON.stringify(value);
const codes = (all: readonly string[]): string => all.map((code) => `\`${code}\``).join(', ');

const endpoint = ({ method, path, who, does, query = {}, body, reply, codes: refusals }: Endpoint): string => {
  const questions = Object.entries(query).map(([name, text]) => `* \`?${name}=\` ${text}.`);
  return [
    `### \`${method} /api${path}\``,
    does,
    [
      `* Who: ${CALLERS[who]}.`,
      ...questions,
      ...(body === null ? [] : [`* Body: \`${shapeOfSchema(body.schema)}\``, `* Example: \`${json(body.example)}\``]),
      `* Answer: \`${reply}\``,
      ...(refusals.length === 0 ? [] : [`* Refusals: ${codes(refusals)}`]),
    ].join('\n'),
  ].join('\n\n');
};

const endpoints = (): string =>
  [
    '## Endpoints',
    `What is refused comes with a status and \`{"code":…, "message":…}\`. Any endpoint may answer ${codes(COMMON_CODES)}; one that takes a body also ${codes(BODY_CODES)}; an address that is none, \`server/unknown-path\`.`,
    ...ENDPOINTS.map(endpoint),
  ].join('\n\n');

const inputs = (
  title: string,
  shape: string,
  all: { readonly [kind: string]: { readonly does: string; readonly example: unknown } },
): string =>
  [
    `### ${title}`,
    block('', linesOf(shape)),
    Object.entries(all)
      .map(([kind, { does, example }]) => `* \`${kind}\`: ${does}\n  \`${json(example)}\``)
      .join('\n'),
  ].join('\n\n');

const OWN_SECTION = new Set(['PowerInput', 'FacilitatorInput']);
const EXAMPLES: { readonly [shape: string]: object } = { Order: ORDERS, ClauseTerms: PROMISES };
const shape = (name: string): string => {
  const examples = EXAMPLES[name];
  return [
    `### ${name}`,
    block('', linesOf(name)),
    ...(examples === undefined ? [] : ['Examples:', block('json', Object.values(examples).map(json))]),
  ].join('\n\n');
};
const shapes = (): string =>
  [
    SHAPES_INTRODUCTION,
    inputs('PowerInput: what a seat sends', 'PowerInput', POWER_INPUTS),
    inputs('FacilitatorInput: what a facilitator sends', 'FacilitatorInput', FACILITATOR_INPUTS),
    ...Object.keys(SHAPES)
      .filter((name) => !OWN_SECTION.has(name))
      .map(shape),
  ].join('\n\n');

const sentence = (code: string): string => (enRefusals as { readonly [key: string]: string })[`refusal.${code}`] ?? '';
const refusals = (): string =>
  [
    '## Codes',
    'Of the rules, in a `Reply`. The sentence is what the page shows; `because` fills its blanks.',
    ['| code | |', '| --- | --- |', ...REFUSAL_CODES.map((code) => `| \`${code}\` | ${sentence(code)} |`)].join('\n'),
    'Of the server, in a `Reply` or with a status.',
    [
      '| code | status | |',
      '| --- | --- | --- |',
      ...Object.entries(PROBLEMS).map(([code, [status, message]]) => `| \`${code}\` | ${status} | ${message} |`),
    ].join('\n'),
  ].join('\n\n');

const MESSAGES = [
  'ViewMessage',
  'PatchMessage',
  'ResumeMessage',
  'HeldView',
  'WelcomeMessage',
  'Reply',
  'ConsoleView',
  'WallView',
];
/** Told by a shape, or as a table of codes. */
const TOLD = new Set([...Object.keys(SHAPES), 'REFUSAL_CODES', 'SERVER_CODES']);
const FIRST = ['ViewReply', 'OptionsReply', 'Reply', 'SeatView'];
const types = (): string => {
  const wanted = [...new Set([...FIRST, ...ENDPOINTS.map(({ reply }) => reply), ...MESSAGES])];
  return [TYPES_INTRODUCTION, block('ts', [...declarationsOf(wanted, TOLD).values()])].join('\n\n');
};

/** The text of docs/protocol.md. */
export const protocolPage = (): string =>
  `${[
    INTRODUCTION,
    `This is version ${PROTOCOL_VERSION} of the protocol; it goes up when an old client could no longer be understood. The rules are version ${RULES_VERSION}. \`GET /api/health\` tells both of a server.`,
    WALKTHROUGH,
    WHO,
    REQUESTS_AND_REPLIES,
    endpoints(),
    refusals(),
    ROOMS,
    LIMITS_AND_SETTINGS,
    shapes(),
    types(),
  ].join('\n\n')}\n`;
