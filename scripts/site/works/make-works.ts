import type { FaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../../server/openapi/isolation/isolate.ts';
import { hasProfile } from '../../../server/plan/has-profile.ts';
import { howItWorks } from '../pages.ts';
import { authentication } from './sections/authentication.ts';
import { errorBodies } from './sections/error-bodies.ts';
import { events } from './sections/events.ts';
import { filtering } from './sections/filtering.ts';
import { hypermedia } from './sections/hypermedia.ts';
import { lifecycles } from './sections/lifecycles.ts';
import { limits } from './sections/limits.ts';
import { paging } from './sections/paging.ts';
import { retries } from './sections/retries.ts';
import { versions } from './sections/versions.ts';
import { type Section, say, type Works } from './works.ts';

/** The sections of the page, in the order of a newcomer's questions; each is there only if the API has something to say. */
const workSections: Record<string, (works: Works) => Promise<Section | undefined>> = {
  authentication,
  paging,
  filtering,
  errorBodies,
  limits,
  retries,
  lifecycles,
  hypermedia,
  events,
  versions,
};

/** Writes the page on how an API works in one language; a section that throws is left out, and noted. */
export async function makeWorks(works: Works, faults: FaultBook, sections = workSections): Promise<string> {
  const { api } = works;
  const plan = `/reference/${api.slug}/sandbox-plan`;
  const parts = [hasProfile(api) ? say(works, 'intro') : say(works, 'inferred', { plan })];
  for (const [name, make] of Object.entries(sections)) {
    const run = () =>
      make(works).catch((error: Error) => {
        throw new Error(`${howItWorks}, ${name}: ${error.message}`, { cause: error });
      });
    const section = await isolate(faults, 'pages', api, run, 'part');
    if (section) parts.push(`## ${section.title} {/* #${section.id} */}`, ...section.parts);
  }
  return parts.join('\n\n');
}
