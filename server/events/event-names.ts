import type { ServedApi } from '../plan/served-api.ts';

/** A type of event, and the name by which an endpoint selects it: `shop:order_sent`. */
export interface EventType {
  name: string;
  api: string;
  type: string;
  store: string;
  /** The API versions in which the event is sent, newest first; empty where the API has only one. */
  api_versions: string[];
}

/** The API to which the portal's own events belong. */
export const portalApi = 'platform';
export const testEvent = 'webhook_test';
export const disabledEvent = 'webhook_endpoint_disabled';
/** In place of a store, for events that only the `webhooks` of a document describe. */
const documentedOnly = 'webhooks';
export const suggestionEvent = 'suggestion_created';
export const alertEvents = { opened: 'alert_opened', resolved: 'alert_resolved' };

/** Every event type that the profiles and the `webhooks` of these APIs name, and the portal's own, where it has what they are about. */
export function eventTypesOf(given: Iterable<ServedApi>): EventType[] {
  const apis = [...given];
  const own = apis.find(({ isPlatform }) => isPlatform);
  const has = (operation: string) => !own || own.operations.some(({ id }) => id === operation);
  const types = new Map<string, EventType>();
  const add = (api: string, store: string, type: string, api_versions: string[] = []) => {
    const name = `${api}:${type}`;
    if (!types.has(name)) types.set(name, { name, api, type, store, api_versions });
  };
  for (const api of apis) {
    const { slug, profile } = api;
    const versions = versionsOf(api);
    for (const [store, { events }] of Object.entries(profile.resources ?? {})) {
      const { states = {}, created = [], changed = [], deleted = [] } = events ?? {};
      for (const type of [...Object.values(states).flat(), ...created, ...changed, ...deleted])
        add(slug, store, type, versions);
    }
    for (const type of Object.keys(api.document.webhooks ?? {})) add(slug, documentedOnly, type);
  }
  for (const type of [testEvent, disabledEvent]) add(portalApi, 'webhook_endpoints', type);
  if (has('listSuggestions')) add(portalApi, 'suggestions', suggestionEvent);
  for (const type of has('listAlertIncidents') ? Object.values(alertEvents) : [])
    add(portalApi, 'alert_incidents', type);
  return [...types.values()];
}

/** The versions in which an API sends its events, newest first; empty where it has only one. */
export function versionsOf({ profile: { versions } }: ServedApi): string[] {
  return versions ? [versions.newest, ...Object.keys(versions.older)] : [];
}

/** Whether an endpoint's selection (`shop:order_sent`, `shop:*`, `*`) includes a type. */
export function isChosen(names: string[], api: string, type: string): boolean {
  return names.some((name) => name === '*' || name === `${api}:*` || name === `${api}:${type}`);
}
