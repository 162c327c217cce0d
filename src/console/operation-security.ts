import { alternativesOf } from '../../wire/credentials.ts';
import type { OperationData, SecurityData } from '../documents/operation-data.ts';

const BEARER: SecurityData = { name: 'key', type: 'http', scheme: 'bearer', scopes: [], description: '' };

/** The operation's security alternatives. A sandbox requires a key even if the document declares none: as a bearer token. */
export function operationSecurity({ api, security }: OperationData): SecurityData[][] {
  return alternativesOf(security, api.isPlatform, BEARER);
}
