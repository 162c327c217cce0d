import { all, type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function telnyx(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const client = new sdk.default({ apiKey: key, baseURL: url, maxRetries: 0 });
  const { billingGroups, addresses, messagingProfiles, callControlApplications } = client;
  const made = await day.step(
    'create a billing group',
    () => billingGroups.create({ name: 'Lab' }),
    ({ data }) => keeps(data, { name: 'Lab' }),
  );
  const id = made?.data?.id;
  await day.step(
    'read it',
    () => billingGroups.retrieve(id),
    ({ data }) => keeps(data, { id, name: 'Lab' }),
  );
  await day.step(
    'change it',
    () => billingGroups.update(id, { name: 'Field' }),
    ({ data }) => keeps(data, { id, name: 'Field' }),
  );
  const ids = [id];
  await day.step('create more', async () => {
    for (let count = 0; count < 8; count++) ids.push((await billingGroups.create({ name: `Group ${count}` })).data.id);
  });
  await day.step(
    'walk all pages',
    () => all(billingGroups.list({ page_size: 3 })),
    (got) => lists(got, ids),
  );
  await day.step(
    'delete it',
    () => billingGroups.delete(id),
    ({ data }) => keeps(data.id, id),
  );
  await day.refused('read what is deleted', 404, () => billingGroups.retrieve(id));
  await day.step(
    'it is in no list',
    () => all(billingGroups.list({ page_size: 100 })),
    (got) => lacks(got, [id]),
  );
  const where = {
    business_name: 'Shop',
    first_name: 'Ada',
    last_name: 'King',
    street_address: '1 Road',
    locality: 'Austin',
    country_code: 'US',
    administrative_area: 'TX',
    postal_code: '78701',
  };
  const address = await day.step(
    'create an address',
    () => addresses.create(where),
    ({ data }) => keeps(data, where),
  );
  await day.step(
    'read the address',
    () => addresses.retrieve(address.data.id),
    ({ data }) => keeps(data, where),
  );
  await day.step(
    'filter addresses',
    () => all(addresses.list({ filter: { street_address: { contains: '1 Road' } } })),
    (got) => lists(got, [address.data.id]),
  );
  const profile = { name: 'Alerts', whitelisted_destinations: ['US'], webhook_url: 'https://example.com/hook' };
  const messaging = await day.step(
    'create a messaging profile',
    () => messagingProfiles.create(profile),
    ({ data }) => keeps(data, profile),
  );
  await day.step(
    'change the profile',
    () => messagingProfiles.update(messaging.data.id, { name: 'News' }),
    ({ data }) => keeps(data, { ...profile, name: 'News' }),
  );
  await day.step(
    'profiles',
    () => all(messagingProfiles.list({})),
    (got) => lists(got, [messaging.data.id]),
  );
  const application = { application_name: 'Calls', webhook_event_url: 'https://example.com/calls' };
  const calls = await day.step(
    'create an application',
    () => callControlApplications.create(application),
    ({ data }) => keeps(data, application),
  );
  await day.step(
    'read the application',
    () => callControlApplications.retrieve(calls.data.id),
    ({ data }) => keeps(data, application),
  );
  const text = { from: '+15005550006', to: '+15005550007', text: 'Hello', messaging_profile_id: messaging?.data?.id };
  const sent = await day.step(
    'send a message',
    () => client.messages.send(text),
    ({ data }) => keeps(data, { text: 'Hello' }),
  );
  await day.step(
    'read the message',
    () => client.messages.retrieve(sent.data.id),
    ({ data }) => keeps(data, { id: sent.data.id, text: 'Hello' }),
  );
}
