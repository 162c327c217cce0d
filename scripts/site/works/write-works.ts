import { join } from 'node:path';
import { openSandbox } from '../../../server/in-process/open-sandbox.ts';
import type { FaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../../server/openapi/isolation/isolate.ts';
import { asShown } from '../../../server/plan/as-shown.ts';
import type { ServedApi } from '../../../server/plan/served-api.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import type { LoadedApi } from '../load-apis.ts';
import { writtenOrigin } from '../mark-runnable.ts';
import { howItWorks, howItWorksPage } from '../pages.ts';
import { referenceFolder } from '../settings.ts';
import type { SiteStages } from '../site-stages.ts';
import { siteText } from '../site-texts.ts';
import { write } from '../write-file.ts';
import { openSession } from './session.ts';

/** Writes the page of each API on how it works, with what its sandbox responds; returns the sections of each. */
export async function writeWorks(
  caisDir: string,
  portal: Portal,
  apis: LoadedApi[],
  served: ReadonlyMap<string, ServedApi>,
  faults: FaultBook,
  { makeWorks }: Pick<SiteStages, 'makeWorks'>,
): Promise<ReadonlyMap<string, string[]>> {
  const written = new Map<string, string[]>();
  const shown = apis.filter(({ slug, own }) => served.has(slug) && own.operations.length > 0);
  if (shown.length === 0) return written;
  const sandbox = await openSandbox([...served.values()], portal, writtenOrigin);
  try {
    for (const api of shown) {
      const shownApi = asShown(served.get(api.slug) as ServedApi);
      const pages = new Set(api.own.operations.map(({ slug }) => slug));
      const make = async () => {
        let sections: string[] = [];
        for (const [locale, text] of api.texts) {
          const session = await openSession(sandbox, [...served.keys()]);
          const body = await makeWorks({ api: shownApi, text, locale, session, pages }, faults);
          sections = [...body.matchAll(/^## .*\{\/\* #([\w-]+) \*\/\}$/gm)].map(([, id = '']) => id);
          const { title } = text;
          const head = {
            title: siteText('works.title', locale, { title }),
            label: siteText('works.label', locale),
            description: siteText('works.description', locale, { title }),
          };
          write(
            join(referenceFolder(caisDir, locale), api.slug, `${howItWorks}.mdx`),
            howItWorksPage(api.slug, head, body),
          );
        }
        written.set(api.slug, sections);
      };
      await isolate(faults, 'pages', api, make, 'part');
    }
  } finally {
    await sandbox.close();
  }
  return written;
}
