import { type Environment, wholeNumber } from './read-setting.ts';

/** How many of each a workspace may have: one of a guest, and one with members. */
export function readQuotas(env: Environment) {
  return {
    guest: {
      ...quotasOf(env, 'GUEST', {
        webhook_endpoints: 20,
        inboxes: 20,
        api_keys: 50,
        oauth_clients: 20,
        alert_rules: 20,
      }),
      // Nobody can be invited to it.
      members: 0,
    },
    team: quotasOf(env, 'TEAM', {
      webhook_endpoints: 100,
      inboxes: 50,
      api_keys: 500,
      oauth_clients: 200,
      alert_rules: 100,
      members: 100,
    }),
  };
}

/** Reads a setting for each quota: `GUEST_INBOXES`. */
function quotasOf<Names extends Record<string, number>>(env: Environment, kind: 'GUEST' | 'TEAM', usual: Names): Names {
  const set = Object.entries(usual).map(([name, count]) => [
    name,
    wholeNumber(env, `${kind}_${name.toUpperCase()}`, count),
  ]);
  return Object.fromEntries(set) as Names;
}
