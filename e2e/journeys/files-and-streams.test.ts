import { openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

test('a file is chosen, uploaded and downloaded again', async ({ page, visit, say }) => {
  await visit('/reference/keywords/upload-picture');
  const upload = await openConsole(page, say);
  const send = async () => {
    await upload.send();
    await expect(upload.status).toContainText('201');
  };
  await upload.region.getByLabel(/^file/).setInputFiles({ name: 'sea.png', mimeType: 'image/png', buffer: picture });
  await expect(upload.region).toContainText('sea.png · 16');
  await upload.region.getByRole('textbox', { name: say('Corpo', 'Body') }).fill('{"title": "Mar aberto"}');
  await send();
  const body = await upload.tab(say('Corpo', 'Body'));
  await expect(body).toContainText('Mar aberto');
  const { id } = JSON.parse((await body.getByRole('tree').textContent()) ?? '');
  expect(id).toBeTruthy();
  await expect(await upload.tab('curl')).toContainText('sea.png');

  await visit('/reference/keywords/download-picture');
  const download = await openConsole(page, say);
  await download.region.getByLabel(/^id/).first().fill(id);
  await download.send();
  await expect(download.status).toContainText('200');
  await expect(await download.tab(say('Corpo', 'Body'))).toContainText('16');
});

test('a form without its file is answered with what is missing', async ({ page, visit, say }) => {
  await visit('/reference/keywords/upload-picture');
  const upload = await openConsole(page, say);
  await upload.send();
  await expect(upload.status).toContainText('422');
  await expect(await upload.tab(say('Corpo', 'Body'))).toContainText('"pointer": "#/file"');
});

test('the items of a stream are listed as they came', async ({ page, visit, say }) => {
  await visit('/reference/keywords/follow-news');
  const news = await openConsole(page, say);
  await news.send();
  await expect(news.status).toContainText('200');
  const items = (await news.tab(say('Corpo', 'Body'))).getByRole('listitem');
  await expect(items.first()).toContainText(/event: news\s+data: {\s+"headline": "/);
});

test('a stream that goes on shows what comes, and is stopped', async ({ page, visit, say }) => {
  await visit('/reference/platform/stream-requests');
  const stream = await openConsole(page, say);
  await stream.send();
  const stop = stream.response.getByRole('button', { name: say('Parar', 'Stop') });
  await expect(stop).toBeVisible();
  await stop.click();
  await expect(stop).toBeHidden();
  await expect(stream.status).toContainText('200');
});
