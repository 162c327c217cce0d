import { exampleCall } from '../example-address.ts';
import { code, list } from '../markdown.ts';
import { inItsLanguage, isSuccess, showCall } from '../show-call.ts';
import { linksTo, type Section, say, type Works } from '../works.ts';

/** Older versions and when they end, deprecated operations, and those that are gone. */
export async function versions(works: Works): Promise<Section | undefined> {
  const { profile, plan } = works.api;
  const plans = [...plan.operations.values()];
  const parts: string[] = [];
  if (profile.versions) {
    const { newest, older } = profile.versions;
    const told = Object.entries(older).map(([name, { deprecated, sunset }]) =>
      say(works, 'older', { name: code(name), deprecated: day(works, deprecated), sunset: day(works, sunset) }),
    );
    parts.push(say(works, 'newest', { name: code(newest) }), list(told));
  }
  const deprecated = plans
    .filter(({ operation, role }) => operation.operation.deprecated && role !== 'gone')
    .map(({ operation }) => operation);
  if (deprecated.length > 0) parts.push(say(works, 'deprecated', { operations: linksTo(works, deprecated) }));
  const old = plans.filter(({ version, role }) => version !== undefined && role === 'list');
  const likely =
    old.length > 0 ? old.map(({ operation }) => operation) : deprecated.filter(({ method }) => method === 'get');
  for (const operation of likely.slice(0, 4)) {
    const isTold = (answer: Parameters<typeof isSuccess>[0]) =>
      isSuccess(answer) && (!profile.versions || answer.headers.sunset !== undefined);
    const shown = await showCall(works, exampleCall(works.api, operation), isTold, {
      head: /^(?:deprecation|sunset|link)$/,
    });
    if (!shown) continue;
    parts.push(...(profile.versions ? [say(works, 'toldDeprecated')] : []), ...shown.parts);
    break;
  }
  const gone = plans.filter(({ role }) => role === 'gone').map(({ operation }) => operation);
  if (gone.length > 0) {
    parts.push(say(works, 'gone', { operations: linksTo(works, gone) }));
    const [first] = gone;
    const shown =
      first &&
      (await showCall(works, inItsLanguage(works, exampleCall(works.api, first)), ({ status }) => status === 410));
    if (shown) parts.push(...shown.parts);
  }
  return parts.length > 0 ? { id: 'versions', title: say(works, 'versions'), parts } : undefined;
}

function day({ locale }: Works, moment: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));
}
