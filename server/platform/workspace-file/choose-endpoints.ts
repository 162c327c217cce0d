import type { Context } from '../../context.ts';
import { eventTypesOf, portalApi, versionsOf } from '../../events/event-names.ts';
import { BlockedAddress } from '../../webhooks/guard/find-target.ts';
import { pinVersions } from '../webhooks/check-endpoint.ts';
import type { LeftOut } from './check-file.ts';
import type { FiledEndpoint, WorkspaceFile } from './workspace-file.ts';

/** The endpoints of a file, as far as this portal has their events and may reach their URLs; the rest is left out. */
export async function chooseEndpoints(
  context: Context,
  { webhook_endpoints, inboxes }: WorkspaceFile,
): Promise<{ endpoints: FiledEndpoint[]; leftOut: LeftOut[] }> {
  const { apis, webhooks } = context;
  const leftOut: LeftOut[] = [];
  const known = new Set(eventTypesOf(apis.values()).map(({ name }) => name));
  const isKnown = (name: string) =>
    name === '*' || known.has(name) || (name.endsWith(':*') && [...apis.keys(), portalApi].includes(name.slice(0, -2)));
  const isVersion = ([api, version]: [string, string]) => {
    const served = apis.get(api);
    return served !== undefined && versionsOf(served).includes(version);
  };
  const own = new Set(inboxes.map(({ url }) => url));
  const endpoints = await Promise.all(
    webhook_endpoints.map(async (endpoint) => {
      const { url, event_types, api_versions } = endpoint;
      const types = event_types.filter(isKnown);
      const pins = Object.entries(api_versions).filter(isVersion);
      for (const name of event_types) if (!isKnown(name)) leftOut.push({ type: 'event_type', name });
      for (const pin of Object.entries(api_versions))
        if (!isVersion(pin)) leftOut.push({ type: 'api_version', name: pin.join(':') });
      if (types.length > 0 && (own.has(url) || (await isReachable(url)))) {
        return [{ ...endpoint, event_types: types, api_versions: pinVersions(context, Object.fromEntries(pins)) }];
      }
      leftOut.push({ type: 'webhook_endpoint', name: url });
      return [];
    }),
  );
  return { endpoints: endpoints.flat(), leftOut };

  async function isReachable(url: string): Promise<boolean> {
    try {
      await webhooks.checkUrl(url);
      return true;
    } catch (error) {
      if (error instanceof BlockedAddress) return false;
      throw error;
    }
  }
}
