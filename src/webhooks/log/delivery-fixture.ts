import type { Delivery } from '../../generated/platform/types.gen.ts';

/** A delivery for tests, waiting for its first attempt. */
export function deliveryFixture(different: Partial<Delivery> = {}): Delivery {
  return {
    id: 'dlv_1',
    event_id: 'evt_1',
    type: 'document_success',
    api: 'notas',
    record: { store: 'serviceinvoices', id: 'inv_1' },
    request_id: 'req_1',
    endpoint_id: 'whe_1',
    url: 'https://loja.example/webhooks',
    api_version: null,
    status: 'pending',
    reason: null,
    held: null,
    attempt_count: 0,
    last_status: null,
    last_error: null,
    next_attempt_at: '2026-01-01T00:00:00.000Z',
    created_at: '2026-01-01T00:00:00.000Z',
    finished_at: null,
    ...different,
  };
}
