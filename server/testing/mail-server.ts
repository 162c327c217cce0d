import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  message: string;
  /** The decoded text of the message. */
  text: string;
}

/** A real mail server on this machine. */
export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** Called for each recipient: throws what it is refused with, or holds it for as long as it likes. */
  admit: (address: string) => unknown;
  /** The same, for each sender. */
  admitSender: (address: string) => unknown;
  close(): Promise<void>;
}

/** Starts a mail server that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      Promise.try(() => mail.admit(address)).then(() => done(), done);
    },
    onMailFrom: ({ address }, _session, done) => {
      Promise.try(() => mail.admitSender(address)).then(() => done(), done);
    },
    onData: (stream, { envelope }, done) => {
      let message = '';
      stream.on('data', (chunk) => {
        message += chunk;
      });
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        mail.received.push({ from, to, message, text: decode(message) });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    admit: () => {},
    admitSender: () => {},
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return mail;
}

/** An error with the code that a mail server answers. */
export function mailRefusal(responseCode: number): Error {
  return Object.assign(new Error('Not now.'), { responseCode });
}

/** The decoded text of a base64 or quoted-printable message. */
function decode(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
