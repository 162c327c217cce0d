import { featuresOf } from '../settings/portal/features.ts';
import type { ApiSettings } from '../settings/portal/portal-config.ts';
import { findConsoleServers } from './console-servers.ts';
import type { ApiDocument } from './load-api.ts';
import { withFeatures } from './with-features.ts';

/** An API as a portal has it: without the features that are off, and with the servers where its readers call it. */
export function forPortal<Api extends ApiDocument>(api: Api, settings: ApiSettings): Api {
  const shown = withFeatures(api, featuresOf(settings));
  const servers = findConsoleServers(shown, settings);
  return servers ? { ...shown, servers } : shown;
}
