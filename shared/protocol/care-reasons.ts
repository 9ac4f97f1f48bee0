/** What somebody may be reported for. Beside `care.ts`, so that a page that only names them needs no validator. */
export const REPORT_REASONS = ['insult', 'threat', 'hatred', 'advertising', 'two-seats', 'name', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
