import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LoggedRequest, RequestPage } from '../../generated/platform/types.gen.ts';
import { withoutOwnReads } from './own-reads.ts';

const call = (operation: string, user_agent: string, api = 'platform') =>
  ({ id: `${operation} ${user_agent}`, api, operation, user_agent }) as LoggedRequest;
const page = (...data: LoggedRequest[]): RequestPage => ({ data, has_more: false, next_cursor: null });

it('leaves out what this browser reads from the log, and nothing that programs or others read', () => {
  const kept = [call('listRequests', 'curl/8'), call('getWorkspace', 'this'), call('listRequests', 'this', 'notas')];
  const { data } = withoutOwnReads(page(call('listRequests', 'this'), ...kept, call('getRequest', 'this')), 'this');
  assert.deepEqual(data, kept);
});

it('returns a page without such calls as it is', () => {
  const same = page(call('getWorkspace', 'this'));
  assert.equal(withoutOwnReads(same, 'this'), same);
});
