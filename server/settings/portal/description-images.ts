/**
 * Which images of documents (in descriptions, and their logos) pages show: `none`, those of the portal itself (`own`, the default),
 * those of some hosts besides, or `all`.
 */
export type ImagePolicy = 'none' | 'own' | 'all' | string[];

/** A host, perhaps with a port or with all hosts below it: `img.example.com`, `*.example.com`, `localhost:8080`. */
export const imageHost = /^(\*\.)?[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*(:\d{1,5})?$/i;

/** Whether pages show an image; one that is part of the document (`data:`) is the portal's own, as are paths of its host. */
export function showsImage(source: string, policy: ImagePolicy = 'own'): boolean {
  if (policy === 'none') return false;
  if (/^data:image\/[a-z+.-]+[;,]/i.test(source) || /^\/(?![/\\])/.test(source)) return true;
  if (policy === 'own' || !/^https?:\/\//i.test(source) || !URL.canParse(source)) return false;
  const { protocol, host } = new URL(source);
  return protocol === 'https:' && (policy === 'all' || policy.some((allowed) => isHost(host, allowed.toLowerCase())));
}

/** The sources of images in a Content-Security-Policy, besides those that pages need themselves. */
export function imageSources(policy: ImagePolicy = 'own'): string[] {
  if (policy === 'all') return ['https:'];
  return Array.isArray(policy) ? policy.map((host) => `https://${host.toLowerCase()}`) : [];
}

function isHost(host: string, allowed: string): boolean {
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
}
