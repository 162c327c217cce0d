import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import type { Texts } from '../../answers/texts.ts';
import type { Context } from '../../context.ts';
import { eventTypesOf, portalApi, versionsOf } from '../../events/event-names.ts';
import type { EndpointFields } from '../../webhooks/endpoint-store.ts';
import { BlockedAddress } from '../../webhooks/guard/find-target.ts';

/** Refuses an endpoint that could never receive events: a blocked address, or an unknown type or version. */
export async function checkEndpoint(
  { apis, webhooks }: Context,
  { url, event_types = [], api_versions = {} }: Partial<EndpointFields>,
): Promise<void> {
  const issues: Issue[] = [];
  if (url !== undefined) {
    const why = await webhooks.checkUrl(url).then(() => undefined, whyRefused);
    if (why) issues.push(bodyIssue('url', 'blockedAddress', { why }));
  }
  const known = new Set(eventTypesOf(apis.values()).map(({ name }) => name));
  const hasAll = (api: string) => apis.has(api) || api === portalApi;
  for (const [index, name] of event_types.entries()) {
    const isKnown = name === '*' || known.has(name) || (name.endsWith(':*') && hasAll(name.slice(0, -2)));
    if (!isKnown) issues.push(bodyIssue(`event_types/${index}`, 'eventType', { name }));
  }
  for (const [api, version] of Object.entries(api_versions)) {
    const served = apis.get(api);
    const allowedValues = served ? versionsOf(served) : [];
    if (!allowedValues.includes(version)) issues.push(bodyIssue(`api_versions/${api}`, 'version', { allowedValues }));
  }
  if (issues.length > 0) throw invalidFields(issues);
}

/** The versions to which a new endpoint is pinned: the given ones, else the newest. */
export function pinVersions({ apis }: Context, wanted: Record<string, string> = {}): Record<string, string> {
  const newest = [...apis.values()].flatMap(({ slug, profile: { versions } }) =>
    versions ? [[slug, versions.newest] as const] : [],
  );
  return { ...Object.fromEntries(newest), ...wanted };
}

function whyRefused(error: unknown): Texts {
  if (error instanceof BlockedAddress) return error.why;
  throw error;
}
