import { BlockedAddress } from '../guard/find-target.ts';

type AttemptErrorCode =
  | 'http_status'
  | 'redirect'
  | 'timeout'
  | 'dns_failed'
  | 'blocked_address'
  | 'unconfirmed_address'
  | 'connection_refused'
  | 'connection_reset'
  | 'tls_failed'
  | 'protocol_error'
  | 'interrupted';

/** Why an attempt failed, for programs and for people. */
export interface AttemptError {
  code: AttemptErrorCode;
  detail: string;
}

/** The reason with which attempts are aborted when the server stops. */
export class Interruption extends Error {
  override name = 'Interruption';
}

/** Thrown before a request to an IP address that gets no more until it has answered 2xx. */
export class UnconfirmedAddress extends Error {
  override name = 'UnconfirmedAddress';

  constructor(address: string) {
    super(
      `Nothing was sent: ${address} has received several webhooks, perhaps of others, without answering 2xx. ` +
        'It gets one a minute until it does.',
    );
  }
}

export const interrupted: AttemptError = {
  code: 'interrupted',
  detail:
    'The server stopped before the attempt ended. The receiver may have received it; the next attempt has the same id.',
};

/** Explains a failure status; null for a status that confirms receipt. */
export function explainStatus(status: number, location: string | undefined): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    const where = location ? ` to ${location}` : '';
    return {
      code: 'redirect',
      detail: `The receiver returned ${status}${where}. Redirects are not followed: set the endpoint to the final URL.`,
    };
  }
  return { code: 'http_status', detail: `The receiver returned ${status}. Only a 2xx confirms receipt.` };
}

const systemCodes: [RegExp, AttemptErrorCode, string][] = [
  [/^(ENOTFOUND|EAI_\w+|ENODATA)$/, 'dns_failed', 'The name of the receiver cannot be resolved to an address.'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|ETIMEDOUT|EACCES|EPERM)$/,
    'connection_refused',
    'The receiver does not accept connections.',
  ],
  [
    /^(ECONNRESET|EPIPE|ECONNABORTED)$/,
    'connection_reset',
    'The receiver closed the connection before the response was complete.',
  ],
  [
    /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/,
    'tls_failed',
    'The TLS connection failed.',
  ],
  [/^HPE_/, 'protocol_error', 'The response is not valid HTTP.'],
];

/** Explains an error of the connection. */
export function explainFailure(error: unknown, timeoutMs: number): AttemptError {
  if (error instanceof Interruption) return interrupted;
  if (error instanceof BlockedAddress) return { code: 'blocked_address', detail: error.message };
  if (error instanceof UnconfirmedAddress) return { code: 'unconfirmed_address', detail: error.message };
  const { name, code = '', message } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError')
    return { code: 'timeout', detail: `The response was not complete after ${timeoutMs / 1000} seconds.` };
  const known = systemCodes.find(([pattern]) => pattern.test(code));
  return known ? { code: known[1], detail: `${known[2]} (${code})` } : { code: 'protocol_error', detail: message };
}
