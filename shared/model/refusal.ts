/** Why an input may not be accepted. Nothing is recorded and nothing changes. */
export const REFUSAL_CODES = [
  'input/malformed',
  'input/not-your-seat',
  'input/unknown-seat',
  'input/stale',
  'input/reused-id',
  'phase/not-started',
  'phase/already-started',
  'phase/ended',
  'phase/doors-closed',
  'phase/paused',
  'phase/not-paused',
  'phase/too-early',
  'orders/unknown',
  'orders/twice',
  'orders/unaffordable',
  'orders/not-allowed',
  'orders/bad-demand',
  'orders/bad-doors',
  'orders/bad-concession',
  'talk/not-in-channel',
  'talk/empty',
  'talk/too-long',
  'talk/press-closed',
  'treaty/not-a-party',
  'treaty/unknown',
  'treaty/not-open',
  'treaty/bad-draft',
  'treaty/unaffordable',
  'treaty/already-signed',
  'control/unknown-card',
  'control/unknown-turn',
  'control/bad-effect',
  'control/not-facilitated',
  'control/bad-time',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** `because` fills the blanks of the sentence that the client has for the code. */
export type Refusal = { readonly code: RefusalCode; readonly because: { readonly [name: string]: string | number } };
export const refuse = (code: RefusalCode, because: Refusal['because'] = {}): Refusal => ({ code, because });
