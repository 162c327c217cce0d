import { Readable } from 'node:stream';
import { type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function box(day: Day, sdk: Sdk, { origin, key }: Place): Promise<void> {
  const { BoxClient, BoxCcgAuth, CcgConfig, BoxDeveloperTokenAuth } = sdk.default ?? sdk;
  const baseUrls = { baseUrl: origin, uploadUrl: origin, oauth2Url: `${origin}/oauth2` };
  const at = (auth: Sdk) => new BoxClient({ auth }).withCustomBaseUrls(baseUrls);
  const config = new CcgConfig({ clientId: 'client', clientSecret: key, enterpriseId: '1' });
  await day.step(
    'sign in with a client and its secret',
    () => at(new BoxCcgAuth({ config })).users.getUserMe(),
    (got) => keeps(typeof got.id, 'string'),
  );
  const { folders, files, uploads, comments, webLinks, users } = at(new BoxDeveloperTokenAuth({ token: key }));
  const made = await day.step(
    'create a folder',
    () => folders.createFolder({ name: 'Papers', parent: { id: '0' } }),
    (got) => keeps(got, { name: 'Papers' }),
  );
  const id = made?.id;
  await day.step(
    'read it',
    () => folders.getFolderById(id),
    (got) => keeps(got, { id, name: 'Papers' }),
  );
  await day.step(
    'rename it',
    () => folders.updateFolderById(id, { requestBody: { name: 'Texts', description: 'All' } }),
    (got) => keeps(got, { id, name: 'Texts', description: 'All' }),
  );
  const sub = await day.step(
    'a folder in it',
    () => folders.createFolder({ name: 'Old', parent: { id } }),
    (got) => keeps(got, { name: 'Old', parent: { id } }),
  );
  const attributes = { name: 'a.txt', parent: { id } };
  const upload = await day.step(
    'upload a file',
    () => uploads.uploadFile({ attributes, file: Readable.from([Buffer.from('text')]) }),
    ({ entries }) => keeps(entries[0], { name: 'a.txt' }),
  );
  const fileId = upload?.entries?.[0]?.id;
  await day.step(
    'read the file',
    () => files.getFileById(fileId),
    (got) => keeps(got, { id: fileId, name: 'a.txt' }),
  );
  await day.step(
    'what is in the folder',
    () => folders.getFolderItems(id),
    ({ entries }) => lists(entries, [sub.id, fileId]),
  );
  const remark = await day.step(
    'comment',
    () => comments.createComment({ message: 'Good', item: { id: fileId, type: 'file' } }),
    (got) => keeps(got, { message: 'Good' }),
  );
  await day.step(
    'comments of the file',
    () => comments.getFileComments(fileId),
    ({ entries }) => lists(entries, [remark.id]),
  );
  await day.step(
    'change the comment',
    () => comments.updateCommentById(remark.id, { requestBody: { message: 'Better' } }),
    (got) => keeps(got, { id: remark.id, message: 'Better' }),
  );
  await day.step('delete the comment', () => comments.deleteCommentById(remark.id));
  await day.refused('read the comment that is deleted', 404, () => comments.getCommentById(remark.id));
  const link = { url: 'https://example.com', parent: { id }, name: 'Example' };
  const web = await day.step(
    'create a web link',
    () => webLinks.createWebLink(link),
    (got) => keeps(got, { url: link.url, name: 'Example' }),
  );
  await day.step(
    'read the web link',
    () => webLinks.getWebLinkById(web.id),
    (got) => keeps(got, { id: web.id, url: link.url }),
  );
  const person = await day.step(
    'create a user',
    () => users.createUser({ name: 'Ada', login: 'ada@example.com' }),
    (got) => keeps(got, { name: 'Ada', login: 'ada@example.com' }),
  );
  await day.step(
    'users',
    () => users.getUsers({ limit: 100 }),
    ({ entries }) => lists(entries, [person.id]),
  );
  await day.step('delete the file', () => files.deleteFileById(fileId));
  await day.refused('read the file that is deleted', 404, () => files.getFileById(fileId));
  await day.step(
    'it is in no folder',
    () => folders.getFolderItems(id),
    ({ entries }) => lacks(entries, [fileId]),
  );
  await day.step('delete the folder', () => folders.deleteFolderById(id, { queryParams: { recursive: true } }));
  await day.refused('read what is deleted', 404, () => folders.getFolderById(id));
}
