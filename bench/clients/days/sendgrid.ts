import { type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

/** Where a document names none, either will do. */
const invalid = [400, 422];

export async function sendgrid(day: Day, sdk: Sdk, { origin, key }: Place): Promise<void> {
  const client = sdk.default ?? sdk;
  client.setApiKey(key);
  client.setDefaultRequest('baseUrl', `${origin}/`);
  const call = async (method: string, path: string, more: object = {}) =>
    (await client.request({ method, url: `/v3${path}`, ...more }))[1];
  const made = await day.step(
    'create a template',
    () => call('POST', '/templates', { body: { name: 'Welcome', generation: 'dynamic' } }),
    (got) => keeps(got, { name: 'Welcome', generation: 'dynamic' }),
  );
  await day.step(
    'read it',
    () => call('GET', `/templates/${made.id}`),
    (got) => keeps(got, { id: made.id, name: 'Welcome' }),
  );
  await day.step(
    'rename it',
    () => call('PATCH', `/templates/${made.id}`, { body: { name: 'Hello' } }),
    (got) => keeps(got, { id: made.id, name: 'Hello' }),
  );
  await day.step(
    'templates',
    () => call('GET', '/templates', { qs: { generations: 'dynamic', page_size: 200 } }),
    (got) => lists(got.templates ?? got.result, [made.id]),
  );
  await day.step('delete it', () => call('DELETE', `/templates/${made.id}`));
  await day.refused('read what is deleted', 404, () => call('GET', `/templates/${made.id}`));
  const group = await day.step(
    'create a group',
    () => call('POST', '/asm/groups', { body: { name: 'News', description: 'Monthly', is_default: false } }),
    (got) => keeps(got, { name: 'News', description: 'Monthly' }),
  );
  await day.step(
    'groups',
    () => call('GET', '/asm/groups'),
    (got) => lists(got, [group.id]),
  );
  await day.step(
    'change the group',
    () =>
      call('PATCH', `/asm/groups/${group.id}`, { body: { name: 'Weekly', description: 'Weekly', is_default: false } }),
    (got) => keeps(got, { id: group.id, name: 'Weekly' }),
  );
  await day.step(
    'suppress an address',
    () => call('POST', `/asm/groups/${group.id}/suppressions`, { body: { recipient_emails: ['a@example.com'] } }),
    (got) => keeps(got, { recipient_emails: ['a@example.com'] }),
  );
  await day.step(
    'suppressed addresses',
    () => call('GET', `/asm/groups/${group.id}/suppressions`),
    (got) => keeps(got.includes('a@example.com'), true),
  );
  await day.step('delete the group', () => call('DELETE', `/asm/groups/${group.id}`));
  await day.refused('read the group that is deleted', 404, () => call('GET', `/asm/groups/${group.id}`));
  const ids: string[] = [];
  await day.step('create lists', async () => {
    for (let count = 0; count < 5; count++)
      ids.push((await call('POST', '/marketing/lists', { body: { name: `List ${count}` } })).id);
  });
  await day.step(
    'page of lists',
    () => call('GET', '/marketing/lists', { qs: { page_size: 2 } }),
    (got) => keeps(got.result.length, 2),
  );
  await day.step(
    'walk all pages',
    async () => {
      const found: Sdk[] = [];
      let next: string | undefined = '/v3/marketing/lists?page_size=2';
      for (let count = 0; next && count < 30; count++) {
        const page: Sdk = (await client.request({ method: 'GET', url: next }))[1];
        found.push(...page.result);
        const { pathname, search } = new URL(page._metadata?.next ?? 'http://none', origin);
        next = page._metadata?.next && pathname + search;
      }
      return found;
    },
    (got) => lists(got, ids),
  );
  await day.step('delete a list', () => call('DELETE', `/marketing/lists/${ids[0]}`));
  await day.step(
    'it is in no list',
    () => call('GET', '/marketing/lists', { qs: { page_size: 100 } }),
    (got) => lacks(got.result, [ids[0]]),
  );
  const secret = await day.step(
    'create an API key',
    () => call('POST', '/api_keys', { body: { name: 'CI', scopes: ['mail.send'] } }),
    (got) => keeps(got, { name: 'CI' }),
  );
  await day.step(
    'API keys',
    () => call('GET', '/api_keys'),
    (got) => lists(got.result, [secret.api_key_id], 'api_key_id'),
  );
  const mail = {
    personalizations: [{ to: [{ email: 'ada@example.com' }] }],
    from: { email: 'shop@example.com' },
    subject: 'Hi',
    content: [{ type: 'text/plain', value: 'Hello' }],
  };
  await day.step('send a mail', () => call('POST', '/mail/send', { body: mail }));
  await day.refused('a mail to nobody', invalid, () => call('POST', '/mail/send', { body: { subject: 'Hi' } }));
}
