import type { BuiltRequest } from '../../../wire/built-request.ts';
import type { ReceivedResponse } from '../../exchange/received-response.ts';

/** What running blocks share: the variables that they set, and the way to the server. */
export interface ShellSession {
  variables: Map<string, string>;
  /** The key of this browser's workspace, which is opened if there is none. */
  getKey: () => Promise<string>;
  /** Sends a request and shows it; undefined if there was no response. */
  send: (request: BuiltRequest) => Promise<ReceivedResponse | undefined>;
}

/** Where a block may call: the origin of the sandbox, and the APIs that it serves. */
export interface Reach {
  origin: string;
  apis: string[];
}

/** Whether an address is one of this portal's sandboxes, its platform API, or where it issues tokens. */
export function isWithin({ origin, apis }: Reach, address: string): boolean {
  const [, api] = /^\/sandbox\/([^/]+)\//.exec(address.slice(origin.length)) ?? [];
  if (!address.startsWith(`${origin}/`)) return false;
  return api === undefined ? /^\/(platform\/v1|oauth)\//.test(address.slice(origin.length)) : apis.includes(api);
}
