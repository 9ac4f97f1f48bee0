import type { Problem } from '../../shared/protocol/http.ts';
import { maybeText, t } from '../text/text.ts';

/** Something that a person must be told: a code of the server, or one of ours that begins with `net/`. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
  }
}

/** The sentence for a code in our own words; the server's words for codes that are new to us. */
export const problemText = (code: string, message = ''): string =>
  maybeText(`problem.${code}`) ?? (message !== '' ? message : t('problem.unknown', { code }));

export const problemOf = (error: unknown): Problem => {
  if (error instanceof ApiError) return { code: error.code, message: problemText(error.code, error.message) };
  return { code: 'net/unknown', message: t('problem.net/unknown') };
};
