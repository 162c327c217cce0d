import { shopSpecs } from './shop.ts';
import type { OpenTestDatabase } from './test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from './test-portal.ts';

/** The fields of a body. */
export type Fields = Record<string, unknown>;

/** The fields of a valid order. */
export const fields = { buyer_id: 1, quantity: 2, price: 5 };

/** A shop in a new workspace, and the calls that tests about it make. */
export interface Shop {
  call(request: string, body?: Fields): Promise<TestAnswer>;
  platform(request: string, body?: Fields): Promise<TestAnswer>;
  wait(seconds: number): Promise<TestAnswer>;
  /** The events in short: `order_created 2`, with the id of the record. */
  events(): Promise<string[]>;
}

/** A portal that serves the shop. */
export function startShopPortal(open: OpenTestDatabase): Promise<TestPortal> {
  return startTestPortal({ open, env: { SPECS_PATH: `${shopSpecs()}:specs` } });
}

/** Opens a shop in a new workspace. */
export async function openShop(portal: TestPortal): Promise<Shop> {
  const key = await portal.guest();
  const platform: Shop['platform'] = (request, body) => portal.call(request, { key, body });
  return {
    platform,
    call: (request, body) => {
      const [method, path] = request.split(' ');
      return portal.call(`${method} /sandbox/shop${path}`, { key, body });
    },
    wait: (seconds) => platform('PATCH /platform/v1/workspace/clock', { advance_seconds: seconds }),
    events: async () =>
      (await platform('GET /platform/v1/events?limit=100')).body.data.map(
        ({ type, payload }: { type: string; payload: { data: Record<string, { id: number }> } }) =>
          `${type} ${Object.values(payload.data)[0]?.id}`,
      ),
  };
}
