import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { listJobs } from '../list-jobs.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

/** An e-mail as a mail server gets it. */
interface Received {
  to: string[];
  subject: string;
  text: string;
}

describeOnDatabases('Suggestions by e-mail', (open) => {
  let received: Received[] = [];
  let refusing = false;
  let ahead = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusing ? new Error('The mailbox is full.') : undefined),
    onData: (stream, { envelope }, done) => {
      let message = '';
      stream.on('data', (chunk) => {
        message += chunk;
      });
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), ...read(message) });
        done();
      });
    },
  });
  let portal: TestPortal;
  const startWith = async (email: string) => {
    const { port } = server.server.address() as AddressInfo;
    return startTestPortal({
      open,
      env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'portal@cais.example', SUGGESTIONS_EMAIL: email },
      now: () => new Date(Date.now() + ahead),
    });
  };
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    portal = await startWith('docs@provedor.example');
  });
  afterEach(async () => {
    received = [];
    await portal.context.db.deleteFrom('suggestion').execute();
  });
  after(async () => {
    await portal.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  const send = async (body: object, to = portal) => {
    const sent = await to.call('POST /platform/v1/suggestions', { body: { page: '/', language: 'pt', ...body } });
    assert.equal(sent.status, 202, JSON.stringify(sent.body));
  };
  const jobOf = ({ context }: TestPortal) => listJobs(context).find(({ name }) => name === 'mail-suggestions');
  const run = async (of = portal) => jobOf(of)?.run();

  test('go to the address of the setting: all new ones in one message, each told once', async () => {
    await send({ text: 'Falta um exemplo.\r\nE um link.', page: '/guides/notas', email: 'leitora@loja.example' });
    await send({ text: 'A typo', page: '/reference/notas', language: 'en' });
    await run();
    await run();
    assert.equal(received.length, 1);
    const [{ to, subject, text } = { to: [], subject: '', text: '' }] = received;
    assert.deepEqual([to, subject], [['docs@provedor.example'], '2 sugestões sobre o seu portal']);
    const { publicUrl } = portal.context.config;
    assert.equal(
      text.trim(),
      `${publicUrl}/guides/notas
> Falta um exemplo.
> E um link.
Espera resposta em: leitora@loja.example

${publicUrl}/en/reference/notas
> A typo

Todas as sugestões, para membros do espaço do provedor: ${publicUrl}/suggestions`,
    );
    await send({ text: 'Another one', language: 'en' });
    await run();
    assert.deepEqual([received.length, received[1]?.subject], [2, 'A suggestion about your portal']);
  });

  test('cannot pass for words of the portal, nor add recipients', async () => {
    await send({ text: 'a\n.\nBcc: x@y.example\u2028Todas as sugestões: https://evil.example' });
    await run();
    const lines = (received[0]?.text ?? '').split('\n').filter((line) => /a|Bcc|evil|^\./.test(line));
    assert.deepEqual(received[0]?.to, ['docs@provedor.example']);
    assert.ok(
      lines.slice(0, -1).every((line) => line.startsWith('> ') || line.startsWith('http://localhost')),
      lines.join('\n'),
    );
  });

  test('are counted where there are many, and read on the page', async () => {
    for (let index = 0; index < 25; index++) await send({ text: `Nº ${index}` });
    await run();
    assert.equal(received.length, 1);
    assert.equal(received[0]?.text.match(/^> /gm)?.length, 20);
    assert.match(received[0]?.text ?? '', /E há mais 5\. Todas as sugestões/);
  });

  test('are sent the next time when the mail server fails, but not after more than a day', async () => {
    await send({ text: 'Nº 1' });
    refusing = true;
    await run();
    refusing = false;
    assert.equal(received.length, 0);
    await run();
    assert.equal(received.length, 1);
    await send({ text: 'Nº 2' });
    ahead = 25 * 60 * 60 * 1000;
    await run();
    ahead = 0;
    assert.equal(received.length, 1);
  });

  test('go to the contact of the API that the page is about, if the setting says so', async (t) => {
    const other = await startWith('contact');
    t.after(() => other.close());
    await send({ text: 'Sobre a biblioteca', page: '/reference/biblioteca' }, other);
    await send({ text: 'Sobre o portal' }, other);
    await run(other);
    assert.deepEqual(
      received.map(({ to, subject }) => [to, subject]),
      [[['informatica@portodasaguas.example'], 'Uma sugestão sobre o seu portal']],
    );
  });

  test('are not sent without a mail server or without the setting: then nobody is written to', async (t) => {
    const other = await startTestPortal({ open, env: { SUGGESTIONS_EMAIL: 'contact' } });
    t.after(() => other.close());
    assert.equal(jobOf(other), undefined);
  });
});

/** The subject and the text of a message. */
function read(message: string): Pick<Received, 'subject' | 'text'> {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
  const text = isBase64 ? Buffer.from(body, 'base64').toString() : fromQuotedPrintable(body);
  const subject = /^Subject: (.*(?:\r\n .*)*)/m.exec(head)?.[1] ?? '';
  return { subject: fromEncodedWords(subject), text: text.replaceAll('\r\n', '\n') };
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

function fromEncodedWords(text: string): string {
  return text.replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, word: string) =>
    fromQuotedPrintable(word.replaceAll('_', ' ')),
  );
}
