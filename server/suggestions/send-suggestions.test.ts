import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { messageLanguages } from '../settings/languages.ts';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { newPerson, signUp } from '../testing/browser.ts';
import { type SuggestionPortal, startSuggestionPortal, suggestions } from '../testing/suggestion-portal.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { removeOldSuggestions } from './suggestion-store.ts';

describeOnDatabases('Sending suggestions', (open) => {
  let suite: SuggestionPortal;
  let portal: TestPortal;
  before(async () => {
    suite = await startSuggestionPortal(open);
    portal = suite.portal;
  });
  afterEach(() => suite.clear());
  after(() => portal.close());

  test('anybody can send one without a key, and the provider reads it as it was written', async () => {
    const text = '<b>Onde</b> está "retry"?\n\n[link](javascript:alert(1)) 🚢';
    const sent = await suite.send({ text, email: 'leitora@loja.example', page: '/reference/notas/create-customer' });
    assert.deepEqual([sent.status, sent.body], [202, '']);
    const [read] = await suite.list();
    const { id, created_at, ...rest } = read;
    assert.deepEqual(rest, {
      text,
      page: '/reference/notas/create-customer',
      language: 'pt',
      api: 'notas',
      email: 'leitora@loja.example',
      state: 'open',
      sender: null,
    });
    assert.ok(Date.parse(created_at) > Date.now() - 60_000);
    const one = await suite.provider.send(`GET ${suggestions}/${id}`);
    assert.deepEqual(one.body, read);
    assertPlatformDeclares(portal, 'getSuggestion', one);
    assertPlatformDeclares(portal, 'listSuggestions', await suite.provider.send(`GET ${suggestions}`));
  });

  test('are stored in the language of the page, whichever Cais has', async () => {
    for (const language of messageLanguages) assert.equal((await suite.send({ text: 'x', language })).status, 202);
    const stored = (await suite.list()).map(({ language }) => language);
    assert.deepEqual(stored.sort(), [...messageLanguages].sort());
  });

  test('one from somebody signed in, or with a key, says who sent it; a wrong key is as good as none', async () => {
    const browser = await signUp(portal, newPerson());
    const { person, workspace } = (await browser.send('GET /account/session')).body;
    assert.equal(
      (await browser.send(`POST ${suggestions}`, { body: { text: 'Falta um exemplo.', page: '/', language: 'pt' } }))
        .status,
      202,
    );
    const guest = (await portal.call('POST /platform/v1/guest_workspaces')).body;
    assert.equal((await suite.send({}, { key: guest.api_key.secret })).status, 202);
    assert.equal((await suite.send({}, { key: 'sk_test_that_is_no_key' })).status, 202);
    // The cookie of a visitor counts for nothing in a request from another site.
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await suite.send({}, { headers })).status, 202);
    const senders = (await suite.list()).map(({ sender }: { sender: unknown }) => sender);
    assert.deepEqual(senders, [
      null,
      null,
      { workspace_id: guest.workspace.id, type: 'api_key', id: guest.api_key.id },
      { workspace_id: workspace.id, type: 'person', id: person.id },
    ]);
  });

  test('the page says to which API one belongs', async () => {
    const pages = {
      '/reference/gestor/listar-produtos': 'gestor',
      '/reference/defeituosa': 'defeituosa',
      '/guides/gestor': 'gestor',
      '/guides/webhooks': null,
      '/reference': null,
      '/': null,
      '/gestor': null,
    };
    for (const page of Object.keys(pages)) assert.equal((await suite.send({ page })).status, 202, page);
    for (const { page, api } of await suite.list()) assert.equal(api, pages[page as keyof typeof pages], page);
  });

  test('one that is empty, too long, or about something that is no page of the portal is refused, field by field', async () => {
    for (const [field, value] of [
      ['text', ''],
      ['text', ' \n '],
      ['text', 'a'.repeat(2001)],
      ['text', 7],
      ['page', 'https://evil.example/'],
      ['page', '//evil.example/'],
      ['page', '/\\evil.example'],
      ['page', 'javascript:alert(1)'],
      ['page', '/guides/notas?token=1'],
      ['page', `/${'a'.repeat(300)}`],
      ['language', 'fr'],
      ['email', 'ninguem'],
      ['email', 'a@b.example\r\nBcc: c@d.example'],
    ]) {
      const { status, body } = await suite.send({ [field as string]: value });
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, `#/${field}`], JSON.stringify(value));
    }
    assert.equal((await suite.send({ text: 'ç'.repeat(2000), email: null })).status, 202);
    assert.equal((await suite.send({ html: '<b>' })).status, 422);
  });

  test('when there are too many, the oldest done ones go first; if all are open, one more is refused', async () => {
    for (let index = 0; index < 8; index++) assert.equal((await suite.send({ text: `Nº ${index}` })).status, 202);
    const refused = await suite.send();
    assert.deepEqual(
      [refused.status, refused.body.code, refused.headers['retry-after']],
      [429, 'too_many_requests', '3600'],
    );
    const oldest = (await suite.list()).at(-1);
    await suite.provider.send(`PATCH ${suggestions}/${oldest.id}`, { body: { state: 'done' } });
    assert.equal((await suite.send({ text: 'Nº 8' })).status, 202);
    const texts = (await suite.list()).map(({ text }: { text: string }) => text);
    assert.deepEqual(texts, ['Nº 8', 'Nº 7', 'Nº 6', 'Nº 5', 'Nº 4', 'Nº 3', 'Nº 2', 'Nº 1']);
  });

  test('old ones are removed, whatever their state', async () => {
    await suite.send({ text: 'Antiga' });
    suite.moveTo(366 * 24 * 60 * 60 * 1000);
    await suite.send({ text: 'Nova' });
    const { db, now } = portal.context;
    assert.equal(await removeOldSuggestions(db, now(), 365), 1);
    suite.moveTo(0);
    const left = await db.selectFrom('suggestion').select('text').execute();
    assert.deepEqual(left, [{ text: 'Nova' }]);
  });
});

describeOnDatabases('Suggestions in quick succession', (open) => {
  test('are refused: so many per address, and so many from all of them', async (t) => {
    const portal = await startTestPortal({ open, env: { SUGGESTIONS_PER_HOUR: '2' } });
    t.after(() => portal.close());
    const send = async (remoteAddress: string, text = 'Falta um exemplo.') => {
      const payload = { text, page: '/', language: 'en' };
      return portal.app.inject({ method: 'POST', url: suggestions, remoteAddress, payload });
    };
    const one = '198.51.100.1';
    assert.equal((await send(one, '')).statusCode, 422, 'what is refused does not count');
    for (let count = 0; count < 2; count++) assert.equal((await send(one)).statusCode, 202);
    const refused = await send(one);
    assert.equal(refused.statusCode, 429);
    assert.ok(Number(refused.headers['retry-after']) > 3500);
    const statuses: number[] = [];
    for (let index = 2; index < 30; index++)
      for (let count = 0; count < 2; count++) statuses.push((await send(`198.51.100.${index}`)).statusCode);
    assert.equal(statuses.filter((status) => status === 202).length, 38);
    const { count } = await portal.context.db
      .selectFrom('suggestion')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 40);
  });
});
