import { publicPath } from '../answers/public-path.ts';

/**
 * Returns a function that takes the address of a request, path and query, to the portal's own: without the host that proxies
 * may send (RFC 9112, 3.2.2), and without the path of the public URL, whether or not a proxy has taken that away. The metadata
 * of the authorization server lies between host and path (RFC 8414, 3.1).
 */
export function readOwnAddress(publicUrl: string): (url: string) => string {
  const path = publicPath(publicUrl);
  const metadata = `/.well-known/oauth-authorization-server${path}`;
  return (sent) => {
    const url = sent.startsWith('/') ? sent : sent.replace(/^https?:\/\/[^/?]*/i, '') || '/';
    if (path === '') return url;
    const [place = ''] = url.split('?', 1);
    if (place === metadata) return url.replace(path, '');
    if (place === path) return `/${url.slice(path.length)}`;
    return place.startsWith(`${path}/`) ? url.slice(path.length) : url;
  };
}
