import { publicPath } from '../answers/public-path.ts';
import type { Context } from '../context.ts';
import { findApiAddress, pathOfTarget, placeAt, type Sent } from './api-address.ts';

/**
 * Returns a function that takes the address of a request, path and query, to the portal's own: without the host that proxies
 * may send (RFC 9112, 3.2.2), and without the path of the public URL, whether or not a proxy has taken that away. The metadata
 * of the authorization server lies between host and path (RFC 8414, 3.1). At an address that an API has to itself, all is the API's.
 */
export function readOwnAddress(context: Context): (sent: Sent) => string {
  const path = publicPath(context.config.publicUrl);
  const metadata = `/.well-known/oauth-authorization-server${path}`;
  return (sent) => {
    const url = pathOfTarget(sent);
    const address = findApiAddress(context, sent);
    if (address) return placeAt(address, url);
    if (path === '') return url;
    const [place = ''] = url.split('?', 1);
    if (place === metadata) return url.replace(path, '');
    if (place === path) return `/${url.slice(path.length)}`;
    return place.startsWith(`${path}/`) ? url.slice(path.length) : url;
  };
}
