import { allPages, type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function digitalocean(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const make = sdk.createApiClient ?? sdk.default.createApiClient;
  const { sshKey, domain, droplet, tag } = make({ token: key, endpoint: `${url}/v2` });
  const sent = {
    name: 'laptop',
    public_key:
      'ssh-rsa AEXAMPLEaC1yc2EAAAADAQABAAAAQQDDHr/jh2Jy4yALcK4JyWbVkPRaWmhck3IgCoeOO3z1e2dBowLh64QAM+Qb72pxekALga2oi4GvT+TlWNhzPH4V example',
  };
  const made = await day.step(
    'add an SSH key',
    () => sshKey.createSshKey(sent),
    ({ data }) => keeps(data.ssh_key, sent),
  );
  const id = made?.data?.ssh_key?.id;
  await day.step(
    'read it',
    () => sshKey.getSshKey({ ssh_key_id: id }),
    ({ data }) => keeps(data.ssh_key, { id, ...sent }),
  );
  await day.step(
    'SSH keys',
    () => sshKey.listSshKeys({}),
    ({ data }) => lists(data.ssh_keys, [id]),
  );
  await day.step(
    'rename it',
    () => sshKey.updateSshKey({ ssh_key_id: id, name: 'desktop' }),
    ({ data }) => keeps(data.ssh_key, { id, name: 'desktop' }),
  );
  await day.step('delete it', () => sshKey.destroySshKey({ ssh_key_id: id }));
  await day.refused('read what is deleted', 404, () => sshKey.getSshKey({ ssh_key_id: id }));
  await day.step(
    'add a domain',
    () => domain.createDomain({ name: 'shop-7.example' }),
    ({ data }) => keeps(data.domain, { name: 'shop-7.example' }),
  );
  const entry = { type: 'A', name: 'www', data: '162.10.66.0', ttl: 1800 };
  const at = { domain_name: 'shop-7.example' };
  const record = await day.step(
    'add a record',
    () => domain.createDomainRecord({ ...at, ...entry }),
    ({ data }) => keeps(data.domain_record, entry),
  );
  const number = record?.data?.domain_record?.id;
  await day.step(
    'change the record',
    () => domain.updateDomainRecord({ ...at, domain_record_id: number, type: 'A', name: 'api' }),
    ({ data }) => keeps(data.domain_record, { id: number, name: 'api', data: entry.data }),
  );
  const numbers = [number];
  await day.step('add more', async () => {
    for (let count = 0; count < 7; count++)
      numbers.push((await domain.createDomainRecord({ ...at, ...entry, name: `w${count}` })).data.domain_record.id);
  });
  const pageOf = async (page: number) => (await domain.listDomainRecords({ ...at, page: page + 1, per_page: 3 })).data;
  await day.step(
    'walk all pages',
    () => {
      let more = true;
      return allPages(async (page) => {
        if (!more) return undefined;
        const { domain_records, links } = await pageOf(page);
        more = Boolean(links?.pages?.next);
        return domain_records;
      });
    },
    (got) => lists(got, numbers),
  );
  await day.step(
    'the total',
    () => pageOf(0),
    ({ meta }) => keeps(meta.total >= numbers.length, true),
  );
  await day.step('delete a record', () => domain.deleteDomainRecord({ ...at, domain_record_id: number }));
  await day.step(
    'it is in no list',
    () => domain.listDomainRecords({ ...at, per_page: 100 }),
    ({ data }) => lacks(data.domain_records, [number]),
  );
  await day.step('delete the domain', () => domain.deleteDomain({ name: at.domain_name }));
  await day.refused('read the domain that is deleted', 404, () => domain.getDomain({ name: at.domain_name }));
  const server = { name: 'web-1', region: 'nyc3', size: 's-1vcpu-1gb', image: 'ubuntu-20-04-x64', tags: ['web'] };
  const machine = await day.step(
    'create a droplet',
    () => droplet.createDroplet(server),
    ({ data }) =>
      keeps(data.droplet, {
        name: 'web-1',
        tags: ['web'],
        region: { slug: 'nyc3' },
        size_slug: 's-1vcpu-1gb',
        image: { slug: 'ubuntu-20-04-x64' },
      }),
  );
  const droplet_id = machine?.data?.droplet?.id;
  await day.step(
    'read the droplet',
    () => droplet.getDroplet({ droplet_id }),
    ({ data }) => keeps(data.droplet, { id: droplet_id, name: 'web-1' }),
  );
  await day.step(
    'droplets of a tag',
    () => droplet.listDroplets({ tag_name: 'web' }),
    ({ data }) => lists(data.droplets, [droplet_id]),
  );
  await day.step(
    'power it off',
    () => droplet.powerOffDroplet({ droplet_id }),
    ({ data }) => keeps(data.action, { type: 'power_off', resource_id: droplet_id }),
  );
  await day.step('delete the droplet', () => droplet.deleteDroplet({ droplet_id }));
  await day.refused('read the droplet that is deleted', 404, () => droplet.getDroplet({ droplet_id }));
  await day.step(
    'create a tag',
    () => tag.createTag({ name: 'green' }),
    ({ data }) => keeps(data.tag, { name: 'green' }),
  );
  await day.step(
    'tags',
    () => tag.listTags({}),
    ({ data }) => lists(data.tags, ['green'], 'name'),
  );
}
