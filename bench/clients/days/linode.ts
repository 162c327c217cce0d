import { allPages, type Day, holds, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function linode(day: Day, sdk: Sdk, { origin, key }: Place): Promise<void> {
  sdk.setToken(key);
  // Its clients of HTTP are handed out for this.
  sdk.baseRequest.interceptors.request.use((asked: Sdk) => ({
    ...asked,
    url: asked.url.replace(/^https:\/\/[^/]+/, origin),
  }));
  const sent = { domain: 'example.com', type: 'master', soa_email: 'admin@example.com', tags: ['shop'] };
  const made = await day.step(
    'create a domain',
    () => sdk.createDomain(sent),
    (got) => keeps(got, sent),
  );
  const id = made?.id;
  await day.step(
    'read it',
    () => sdk.getDomain(id),
    (got) => keeps(got, { id, ...sent }),
  );
  await day.step(
    'change it',
    () => sdk.updateDomain(id, { description: 'Mine' }),
    (got) => keeps(got, { id, ...sent, description: 'Mine' }),
  );
  await day.step(
    'domains',
    () => sdk.getDomains({ page_size: 100 }),
    ({ data }) => lists(data, [id]),
  );
  await day.step(
    'filter',
    () => sdk.getDomains({}, { domain: 'example.com' }),
    ({ data }) => {
      lists(data, [id]);
      holds(data.length === 1, `${data.length} domains of one name`);
    },
  );
  const entry = { type: 'A', name: 'www', target: '203.0.113.1', ttl_sec: 300 };
  const record = await day.step(
    'create a record',
    () => sdk.createDomainRecord(id, entry),
    (got) => keeps(got, entry),
  );
  const numbers = [record?.id];
  await day.step('create more', async () => {
    for (let count = 0; count < 30; count++)
      numbers.push((await sdk.createDomainRecord(id, { ...entry, name: `w${count}` })).id);
  });
  await day.step(
    'walk all pages',
    () => {
      let pages = 1;
      return allPages(async (page) => {
        if (page >= pages) return undefined;
        const got = await sdk.getDomainRecords(id, { page: page + 1, page_size: 25 });
        pages = got.pages;
        return got.data;
      });
    },
    (got) => lists(got, numbers),
  );
  await day.step(
    'the totals',
    () => sdk.getDomainRecords(id, { page: 1, page_size: 25 }),
    (got) =>
      keeps(
        { page: got.page, pages: got.pages, enough: got.results >= numbers.length },
        { page: 1, pages: Math.ceil(got.results / 25), enough: true },
      ),
  );
  await day.step(
    'change the record',
    () => sdk.updateDomainRecord(id, record.id, { target: '203.0.113.2' }),
    (got) => keeps(got, { id: record.id, target: '203.0.113.2', name: 'www' }),
  );
  await day.step('delete the record', () => sdk.deleteDomainRecord(id, record.id));
  await day.step(
    'it is in no list',
    () => sdk.getDomainRecords(id, { page_size: 500 }),
    ({ data }) => lacks(data, [record.id]),
  );
  const ssh = { label: 'laptop', ssh_key: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ test@example' };
  const access = await day.step(
    'add an SSH key',
    () => sdk.createSSHKey(ssh),
    (got) => keeps(got, ssh),
  );
  await day.step(
    'SSH keys',
    () => sdk.getSSHKeys(),
    ({ data }) => lists(data, [access.id]),
  );
  const server = {
    region: 'us-east',
    type: 'g6-standard-2',
    image: 'linode/debian9',
    root_pass: 'aComplexP4ss-word',
    tags: ['web'],
  };
  const machine = await day.step(
    'create a server',
    () => sdk.createLinode(server),
    (got) => keeps(got, { region: 'us-east', type: 'g6-standard-2', image: 'linode/debian9', tags: ['web'] }),
  );
  await day.step(
    'read the server',
    () => sdk.getLinode(machine.id),
    (got) => keeps(got, { id: machine.id }),
  );
  await day.step('shut it down', () => sdk.linodeShutdown(machine.id));
  await day.step('delete the server', () => sdk.deleteLinode(machine.id));
  await day.refused('read the server that is deleted', 404, () => sdk.getLinode(machine.id).catch(withStatus));
  await day.step('delete the domain', () => sdk.deleteDomain(id));
  await day.refused('read what is deleted', 404, () => sdk.getDomain(id).catch(withStatus));
}

/** The SDK throws the errors of the body where they have reasons. */
function withStatus(error: Sdk): never {
  const isGone = Array.isArray(error) && error.some(({ reason }) => /not|não/i.test(reason ?? ''));
  throw isGone ? { status: 404 } : error;
}
