import { type Day, holds, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function octokit(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const client = new sdk.Octokit({ auth: key, baseUrl: url, log, retry: { enabled: false } });
  const { repos, issues, gists, teams } = client.rest;
  const mine = await day.step(
    'create a repository',
    () => repos.createForAuthenticatedUser({ name: 'demo', private: true }),
    ({ data }) => keeps(data, { name: 'demo', private: true }),
  );
  const at = { owner: mine?.data?.owner?.login, repo: 'demo' };
  await day.step(
    'read it',
    () => repos.get(at),
    ({ data }) => keeps(data, { name: 'demo', private: true }),
  );
  await day.step(
    'describe it',
    () => repos.update({ ...at, description: 'A demo' }),
    ({ data }) => keeps(data, { name: 'demo', description: 'A demo' }),
  );
  const sent = { title: 'It breaks', body: 'Steps to see it', labels: ['bug'] };
  const issue = await day.step(
    'open an issue',
    () => issues.create({ ...at, ...sent }),
    ({ data }) => keeps(data, { title: sent.title, body: sent.body, state: 'open' }),
  );
  const number = issue?.data?.number;
  await day.step(
    'read the issue',
    () => issues.get({ ...at, issue_number: number }),
    ({ data }) => keeps(data, { number, title: sent.title }),
  );
  await day.step(
    'its label',
    async () => issue.data,
    (got) =>
      holds(
        got.labels.some((one: Sdk) => (one.name ?? one) === 'bug'),
        'no label bug',
      ),
  );
  const numbers = [number];
  await day.step('open more', async () => {
    for (let count = 0; count < 12; count++)
      numbers.push((await issues.create({ ...at, title: `Issue ${count}` })).data.number);
  });
  const ownIssues = () => client.paginate(issues.listForRepo, { ...at, per_page: 5, state: 'all' });
  await day.step('walk all pages', ownIssues, (got) => lists(got, numbers, 'number'));
  await day.step(
    'close it',
    () => issues.update({ ...at, issue_number: number, state: 'closed' }),
    ({ data }) => keeps(data, { number, state: 'closed', title: sent.title }),
  );
  await day.step(
    'closed ones',
    () => issues.listForRepo({ ...at, state: 'closed' }),
    ({ data }) => lists(data, [number], 'number'),
  );
  await day.step(
    'open ones',
    () => issues.listForRepo({ ...at, state: 'open', per_page: 100 }),
    ({ data }) => {
      lists(data, numbers.slice(1), 'number');
      lacks(data, [number], 'number');
    },
  );
  const comment = await day.step(
    'comment',
    () => issues.createComment({ ...at, issue_number: number, body: 'Me too' }),
    ({ data }) => keeps(data, { body: 'Me too' }),
  );
  await day.step(
    'comments of the issue',
    () => issues.listComments({ ...at, issue_number: number }),
    ({ data }) => lists(data, [comment.data.id]),
  );
  await day.step(
    'change the comment',
    () => issues.updateComment({ ...at, comment_id: comment.data.id, body: 'Not me' }),
    ({ data }) => keeps(data, { id: comment.data.id, body: 'Not me' }),
  );
  await day.step('delete the comment', () => issues.deleteComment({ ...at, comment_id: comment.data.id }));
  await day.refused('read the comment that is deleted', 404, () =>
    issues.getComment({ ...at, comment_id: comment.data.id }),
  );
  await day.step(
    'create a label',
    () => issues.createLabel({ ...at, name: 'urgent', color: 'ff0000' }),
    ({ data }) => keeps(data, { name: 'urgent', color: 'ff0000' }),
  );
  await day.step(
    'labels',
    () => client.paginate(issues.listLabelsForRepo, at),
    (got) => lists(got, ['urgent'], 'name'),
  );
  await day.step(
    'read the label',
    () => issues.getLabel({ ...at, name: 'urgent' }),
    ({ data }) => keeps(data, { color: 'ff0000' }),
  );
  await day.step(
    'create a milestone',
    () => issues.createMilestone({ ...at, title: 'v1' }),
    ({ data }) => keeps(data, { title: 'v1' }),
  );
  await day.step(
    'create a release',
    () => repos.createRelease({ ...at, tag_name: 'v1.0.0', name: 'One' }),
    ({ data }) => keeps(data, { tag_name: 'v1.0.0', name: 'One' }),
  );
  await day.step(
    'the release of a tag',
    () => repos.getReleaseByTag({ ...at, tag: 'v1.0.0' }),
    ({ data }) => keeps(data, { name: 'One' }),
  );
  const hook = { name: 'web', config: { url: 'https://example.com/hook', content_type: 'json' }, events: ['push'] };
  const hooked = await day.step(
    'create a webhook',
    () => repos.createWebhook({ ...at, ...hook }),
    ({ data }) => keeps(data, hook),
  );
  await day.step(
    'webhooks',
    () => repos.listWebhooks(at),
    ({ data }) => lists(data, [hooked.data.id]),
  );
  const files = { 'a.txt': { content: 'one' } };
  const gist = await day.step(
    'create a gist',
    () => gists.create({ files, description: 'G', public: false }),
    ({ data }) => keeps(data, { description: 'G', public: false, files }),
  );
  await day.step(
    'read the gist',
    () => gists.get({ gist_id: gist.data.id }),
    ({ data }) => keeps(data, { files }),
  );
  await day.step('star the gist', () => gists.star({ gist_id: gist.data.id }));
  await day.step('it is starred', () => gists.checkIsStarred({ gist_id: gist.data.id }));
  await day.step('delete the gist', () => gists.delete({ gist_id: gist.data.id }));
  await day.refused('read the gist that is deleted', 404, () => gists.get({ gist_id: gist.data.id }));
  await day.step('put a file', () =>
    repos.createOrUpdateFileContents({ ...at, path: 'a.txt', message: 'Add', content: 'b25l' }),
  );
  await day.step(
    'read the file',
    () => repos.getContent({ ...at, path: 'a.txt' }),
    ({ data }) => keeps(data, { path: 'a.txt' }),
  );
  await day.step(
    'create a team',
    () => teams.create({ org: 'acme', name: 'Core', privacy: 'closed' }),
    ({ data }) => keeps(data, { name: 'Core', privacy: 'closed' }),
  );
  await day.step('delete the repository', () => repos.delete(at));
  await day.refused('read the repository that is deleted', 404, () => repos.get(at));
}
