import { createServer, type Server, type Socket } from 'node:net';

export type SunkMail = { readonly to: readonly string[]; readonly head: string; readonly text: string };
export type SmtpSink = {
  readonly url: string;
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** From now on every mail is turned away. */ readonly refuse: (on: boolean) => void;
  readonly close: () => Promise<void>;
};

/** As it was before it was wrapped for the way: quoted-printable, or as it is. */
const decoded = (head: string, body: string): string => {
  if (!/quoted-printable/iu.test(head)) return body;
  const bytes = body
    .replaceAll(/=\r\n/gu, '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

const ANSWERS: { readonly [verb: string]: string } = { DATA: '354 go on', QUIT: '221 bye' };

/** A mail server of this machine alone, which keeps what it is given. */
export const smtpSink = async (): Promise<SmtpSink> => {
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  let refusing = false;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let to: string[] = [];
    let waiting = '';
    let inData = false;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const obey = (line: string): void => {
      const [verb = ''] = line.toUpperCase().split(' ');
      if (verb === 'RCPT') to.push(/<([^>]*)>/u.exec(line)?.[1] ?? '');
      if (verb === 'RSET') to = [];
      inData = verb === 'DATA';
      say(verb === 'MAIL' && refusing ? '451 not now' : (ANSWERS[verb] ?? '250 ok'));
      if (verb === 'QUIT') socket.end();
    };
    socket.on('data', (data) => {
      waiting += data.toString('latin1');
      for (;;) {
        const end = waiting.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = waiting.slice(0, end);
        waiting = waiting.slice(end + (inData ? 5 : 2));
        if (!inData) obey(part);
        else {
          const [head = '', ...body] = part.replaceAll('\r\n..', '\r\n.').split('\r\n\r\n');
          mails.push({ to, head, text: decoded(head, body.join('\r\n\r\n')) });
          to = [];
          inData = false;
          say('250 kept');
        }
      }
    });
    say('220 sink');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    refuse: (on) => {
      refusing = on;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
