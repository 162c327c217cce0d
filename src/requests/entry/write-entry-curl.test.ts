import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OperationData, SecurityData } from '../../documents/operation-data.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { writeEntryCurl } from './write-entry-curl.ts';

const entry = (fields: Partial<RequestDetails>): RequestDetails =>
  ({
    method: 'GET',
    path: '/sandbox/notas/v1/customers',
    query: '',
    actor: { type: 'api_key', id: 'key_1' },
    request: { headers: {}, body: null },
    ...fields,
  }) as RequestDetails;
const scheme = (fields: Partial<SecurityData>) =>
  ({ name: 's', scopes: [], description: '', ...fields }) as SecurityData;
const basic = scheme({ type: 'http', scheme: 'basic' });
const operation = (...security: SecurityData[][]) =>
  ({ api: { isPlatform: false }, security }) as unknown as OperationData;

it('writes the call with the key in a variable that the shell replaces', () => {
  const command = writeEntryCurl(
    entry({
      method: 'POST',
      query: 'a=1',
      request: {
        headers: { 'content-type': 'application/json', 'user-agent': 'x', host: 'y', accept: '*/*' },
        body: '{"name":"D\'Ávila $HOME"}',
      },
    }),
    operation([basic]),
    'http://localhost:3000',
  );
  assert.equal(
    command,
    [
      'curl --request POST',
      "'http://localhost:3000/sandbox/notas/v1/customers?a=1'",
      '--user "$CAIS_KEY:x"',
      "--header 'content-type: application/json'",
      "--data-raw '{\"name\":\"D'\\''Ávila $HOME\"}'",
    ].join(' \\\n  '),
  );
});

it('sends the key where the operation wants it', () => {
  const token = scheme({ type: 'oauth2' });
  const header = scheme({ type: 'apiKey', in: 'header', parameterName: 'X-Key' });
  const inQuery = scheme({ type: 'apiKey', in: 'query', parameterName: 'key' });
  const write = (fields: Partial<RequestDetails>, ...security: SecurityData[][]) =>
    writeEntryCurl(entry(fields), operation(...security), 'http://h');
  assert.match(write({}, [token], [header]), /--header "X-Key: \$CAIS_KEY"/);
  assert.match(
    write({ actor: { type: 'oauth_client', id: 'c' } }, [header], [token]),
    /"Authorization: Bearer \$CAIS_KEY"/,
  );
  assert.match(
    write({ query: 'key=••••&a=1' }, [inQuery]),
    /"http:\/\/h\/sandbox\/notas\/v1\/customers\?a=1&key=\$CAIS_KEY"/,
  );
});

it('sends a token where no operation says how', () => {
  assert.match(writeEntryCurl(entry({}), null, 'http://h'), /"Authorization: Bearer \$CAIS_KEY"/);
});
