import type { IncomingHttpHeaders } from 'node:http';

const localOrigin = /^https?:\/\/([\w-]+\.)*(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** Whether no page of another site makes a browser send a request: it comes from no page, or from one of this machine. */
export function isOfNoOtherSite({ headers }: { headers: IncomingHttpHeaders }): boolean {
  return (
    headers['sec-fetch-site'] !== 'cross-site' && (headers.origin === undefined || localOrigin.test(headers.origin))
  );
}
