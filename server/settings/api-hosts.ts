import type { Environment } from './read-setting.ts';

const pattern = /^(?=.{1,190}$)[a-z\d-]*\*[a-z\d-]*(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/;

/**
 * Reads `API_HOSTS`: the host names of the APIs, with `*` for the name of each; undefined where they have none. Any name below
 * `localhost` leads to this machine (RFC 6761, 6.3), so that nobody has to set it there.
 */
export function readApiHosts({ API_HOSTS: text }: Environment, publicUrl: string): string | undefined {
  if (!text) return new URL(publicUrl).hostname === 'localhost' ? '*.localhost' : undefined;
  if (text === 'off') return undefined;
  const name = text.toLowerCase();
  if (!pattern.test(name))
    throw new Error(
      `API_HOSTS must be a host name with * for the name of each API, such as *.sandbox.example, or "off", not "${text}".`,
    );
  return name;
}
