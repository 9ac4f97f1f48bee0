import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from './match/reminders.ts';

export type MailOptions = {
  /** `smtps://user:password@host`, as the operator has it. */ readonly smtp: string;
  readonly from: string;
};

/** A mail server that does not answer must hold nothing up. */
const CONNECT_WITHIN = 10_000;
const SILENT_FOR = 20_000;
const AT_ONCE = 2;

/** Mail by SMTP. Rejects when the mail server does not take it. */
export const openMailer = ({ smtp, from }: MailOptions): Mailer => {
  const transport = createTransport({
    url: smtp,
    pool: true,
    maxConnections: AT_ONCE,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: SILENT_FOR,
  });
  return {
    send: async ({ to, subject, text, stop }: Mail) => {
      await transport.sendMail({
        ...{ from, to, subject, text },
        headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        // Texts are ours, but a title is not: nothing in it is a file to read or an address to fetch.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
};
