import { all, type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function slack(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const options = { slackApiUrl: `${url}/`, logLevel: 'error', retryConfig: { retries: 0 } };
  const { auth, chat, conversations, reactions, pins, reminders, usergroups, users } = new sdk.WebClient(key, options);
  await day.step(
    'who am I',
    () => auth.test(),
    (got) => keeps(got, { ok: true }),
  );
  const made = await day.step(
    'create a channel',
    () => conversations.create({ name: 'launch' }),
    ({ channel }) => keeps(channel, { name: 'launch' }),
  );
  const channel = made?.channel?.id;
  await day.step(
    'read it',
    () => conversations.info({ channel }),
    (got) => keeps(got.channel, { id: channel, name: 'launch' }),
  );
  await day.step(
    'channels',
    () => conversations.list(),
    (got) => lists(got.channels, [channel]),
  );
  await day.step(
    'rename it',
    () => conversations.rename({ channel, name: 'landing' }),
    (got) => keeps(got.channel, { id: channel, name: 'landing' }),
  );
  await day.step(
    'read the new name',
    () => conversations.info({ channel }),
    (got) => keeps(got.channel, { name: 'landing' }),
  );
  await day.step(
    'set a topic',
    () => conversations.setTopic({ channel, topic: 'Moon' }),
    (got) => keeps(got.channel ?? got, { topic: got.channel ? { value: 'Moon' } : 'Moon' }),
  );
  const sent = await day.step(
    'post a message',
    () => chat.postMessage({ channel, text: 'Hello' }),
    (got) => {
      keeps(got.channel, channel);
      keeps(got.message, { text: 'Hello' });
    },
  );
  const ts = sent?.ts;
  await day.step(
    'history',
    () => conversations.history({ channel }),
    ({ messages }) => lists(messages, [ts], 'ts'),
  );
  const marks = [ts];
  await day.step('post more', async () => {
    for (let count = 0; count < 8; count++)
      marks.push((await chat.postMessage({ channel, text: `Message ${count}` })).ts);
  });
  await day.step(
    'walk all pages',
    async () => {
      const pages = await all(
        new sdk.WebClient(key, options).paginate('conversations.history', { channel, limit: 4 }),
        50,
      );
      return pages.flatMap((page: Sdk) => page.messages);
    },
    (got) => lists(got, marks, 'ts'),
  );
  await day.step(
    'edit it',
    () => chat.update({ channel, ts, text: 'Hello again' }),
    (got) => keeps(got, { ts, text: 'Hello again' }),
  );
  await day.step(
    'react',
    () => reactions.add({ channel, timestamp: ts, name: 'tada' }),
    (got) => keeps(got, { ok: true }),
  );
  await day.step(
    'pin it',
    () => pins.add({ channel, timestamp: ts }),
    (got) => keeps(got, { ok: true }),
  );
  await day.step(
    'delete it',
    () => chat.delete({ channel, ts }),
    (got) => keeps(got, { ts }),
  );
  await day.step(
    'it is gone',
    () => conversations.history({ channel }),
    ({ messages }) => lacks(messages, [ts], 'ts'),
  );
  const reminder = await day.step(
    'remind me',
    () => reminders.add({ text: 'Eat', time: '1893456000' }),
    (got) => keeps(got.reminder, { text: 'Eat' }),
  );
  await day.step(
    'reminders',
    () => reminders.list(),
    (got) => lists(got.reminders, [reminder.reminder.id]),
  );
  const group = await day.step(
    'create a group',
    () => usergroups.create({ name: 'Pilots', handle: 'pilots' }),
    (got) => keeps(got.usergroup, { name: 'Pilots', handle: 'pilots' }),
  );
  await day.step(
    'groups',
    () => usergroups.list(),
    (got) => lists(got.usergroups, [group.usergroup.id]),
  );
  const people = await day.step(
    'people',
    () => users.list(),
    (got) => keeps(got.ok, true),
  );
  await day.step(
    'one of them',
    () => users.info({ user: people.members[0].id }),
    ({ user }) => keeps(user.id, people.members[0].id),
  );
  await day.step(
    'archive the channel',
    () => conversations.archive({ channel }),
    (got) => keeps(got, { ok: true }),
  );
}
