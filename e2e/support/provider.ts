import { type Portal, startPortal } from '../../scripts/portal-process.ts';
import { newPerson } from './people.ts';
import { test as base, serverSettings, withFolder } from './portal-test.ts';

/** The portal's provider: a person with a workspace, which the server's settings name. */
export type Provider = ReturnType<typeof newPerson>;

/** Playwright's test with a server whose provider has signed up before, as the guide for operators says. */
export const test = base.extend<
  object,
  { provider: Provider; portal: Portal; provided: { provider: Provider; portal: Portal } }
>({
  provided: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      await withFolder(async (folder) => {
        const provider = newPerson('Marina Couto');
        const settings = serverSettings(folder);
        const first = await startPortal(settings);
        const headers = { 'content-type': 'application/json', origin: first.origin };
        const answer = await fetch(`${first.origin}/account/sign-up`, {
          method: 'POST',
          headers,
          body: JSON.stringify(provider),
        });
        const { workspace } = (await answer.json()) as { workspace: { id: string } };
        await first.end();
        const portal = await startPortal({ ...settings, PROVIDER_WORKSPACE: workspace.id });
        await use({ provider, portal });
        await portal.end();
      });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  provider: [async ({ provided }, use) => use(provided.provider), { scope: 'worker' }],
  portal: [async ({ provided }, use) => use(provided.portal), { scope: 'worker' }],
});
