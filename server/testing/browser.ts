import assert from 'node:assert/strict';
import type { CallOptions, TestAnswer, TestPortal } from './test-portal.ts';

/** A browser with a page of the portal open: it stores cookies and sends the origin of its requests. */
export interface Browser {
  cookies: Map<string, string>;
  send(request: string, options?: Omit<CallOptions, 'key'>): Promise<TestAnswer>;
}

/** The fields of a sign-up. */
export interface NewPerson {
  name: string;
  email: string;
  password: string;
}

let people = 0;

/** A person whom no other test uses. */
export function newPerson(name = 'Marina Couto'): NewPerson {
  people++;
  return { name, email: `pessoa${people}@loja.example`, password: 'barco azul no cais' };
}

/** Opens a browser; `from` holds the headers that mark a request as sent by a page of the portal. */
export function openBrowser(
  portal: TestPortal,
  from: Record<string, string> = {
    origin: new URL(portal.context.config.publicUrl).origin,
    'sec-fetch-site': 'same-origin',
  },
): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    send: async (request, { body, headers = {} } = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await portal.call(request, { body, headers: { ...from, ...(cookie && { cookie }), ...headers } });
      for (const line of setCookies(answer)) store(cookies, line);
      return answer;
    },
  };
}

/** Opens a browser in which a person has just signed up. */
export async function signUp(portal: TestPortal, person: NewPerson, key?: string): Promise<Browser> {
  const browser = openBrowser(portal);
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const { status, body } = await browser.send('POST /account/sign-up', { body: person, headers });
  assert.equal(status, 201, JSON.stringify(body));
  return browser;
}

/** The `Set-Cookie` headers of a response. */
export function setCookies({ headers }: TestAnswer): string[] {
  return [headers['set-cookie'] ?? []].flat();
}

function store(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}
