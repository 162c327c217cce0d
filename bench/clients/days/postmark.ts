import { type Day, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

/** What this document calls the id of a template that is read, and the list of them: Postmark itself says `TemplateId` and `Templates`. */
const oneId = 'TemplateID';
const list = 'Templates API';

export async function postmark(day: Day, sdk: Sdk, { host, port, key }: Place): Promise<void> {
  const client = new (sdk.ServerClient ?? sdk.default.ServerClient)(key, {
    requestHost: `${host}:${port}`,
    useHttps: false,
  });
  const sent = { Name: 'Welcome', Subject: 'Hi {{name}}', HtmlBody: '<b>Hi</b>', TextBody: 'Hi', Alias: 'welcome' };
  const made = await day.step(
    'create a template',
    () => client.createTemplate(sent),
    (got) => keeps(got, { Name: 'Welcome' }),
  );
  const id = made?.TemplateId;
  await day.step(
    'read it',
    () => client.getTemplate(id),
    (got) => keeps(got, { [oneId]: id, Name: 'Welcome', Subject: sent.Subject }),
  );
  await day.step(
    'change it',
    () => client.editTemplate(id, { ...sent, Name: 'Hello' }),
    (got) => keeps(got, { TemplateId: id, Name: 'Hello' }),
  );
  await day.step(
    'read the change',
    () => client.getTemplate(id),
    (got) => keeps(got, { Name: 'Hello', Subject: sent.Subject }),
  );
  const ids = [id];
  await day.step('create more', async () => {
    for (let count = 0; count < 6; count++)
      ids.push((await client.createTemplate({ ...sent, Name: `T${count}`, Alias: `t${count}` })).TemplateId);
  });
  await day.step(
    'walk all pages',
    async () => {
      const found: Sdk[] = [];
      for (let offset = 0; offset < 300; offset += 3) {
        const page = await client.getTemplates({ count: 3, offset });
        found.push(...page[list]);
        if (found.length >= page.TotalCount) return found;
      }
      throw new Error('the pages never end');
    },
    (got) => lists(got, ids, 'TemplateId'),
  );
  await day.step('delete it', () => client.deleteTemplate(id));
  await day.step(
    'it is in no list',
    () => client.getTemplates({ count: 100, offset: 0 }),
    (got) => lacks(got[list], [id], 'TemplateId'),
  );
  await day.refused('read what is deleted', 404, () => client.getTemplate(id));
  const mail = { From: 'shop@example.com', To: 'ada@example.com', Subject: 'Order', TextBody: 'Paid', Tag: 'order' };
  const posted = await day.step(
    'send a mail',
    () => client.sendEmail(mail),
    (got) => keeps(got, { To: mail.To }),
  );
  await day.step(
    'sent mails',
    () => client.getOutboundMessages({ count: 50, offset: 0 }),
    (got) => lists(got.Messages, [posted.MessageID], 'MessageID'),
  );
  await day.step(
    'read the mail',
    () => client.getOutboundMessageDetails(posted.MessageID),
    (got) => keeps(got, { MessageID: posted.MessageID, Subject: 'Order' }),
  );
  await day.step(
    'the server',
    () => client.getServer(),
    (got) => keeps(typeof got.Name, 'string'),
  );
  await day.step(
    'rename the server',
    () => client.editServer({ Name: 'Production' }),
    (got) => keeps(got, { Name: 'Production' }),
  );
  await day.step(
    'read its name',
    () => client.getServer(),
    (got) => keeps(got, { Name: 'Production' }),
  );
  const trigger = await day.step(
    'create an inbound rule',
    () => client.createInboundRuleTrigger({ Rule: 'spam@example.com' }),
    (got) => keeps(got, { Rule: 'spam@example.com' }),
  );
  await day.step(
    'inbound rules',
    () => client.getInboundRuleTriggers({ count: 50, offset: 0 }),
    (got) => lists(got.InboundRules, [trigger.ID], 'ID'),
  );
}
