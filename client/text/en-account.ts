/** What is told to somebody who comes back to a seat in which a bot sat. */
export const enAccount = {
  'account.title': 'While you were away',
  'account.lead': 'In your seat: {bot}. This is what was done in your name, and what became of it.',
  'account.none': 'Nothing has been done in your name yet.',
  'account.held': 'No orders were given.',
  'account.moved': '{what} {from} → {to}',
  'account.score': 'score {to}',
  'account.waiting': '{n, plural, one {One offer waits} other {# offers wait}} for your answer at the treaty desk.',
  'account.open': 'What was done',
  'account.back': 'A bot has played this seat until now.',
  'account.dismiss': 'Hide',
} as const;
