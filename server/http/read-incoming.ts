import type { FastifyRequest } from 'fastify';
import type { Incoming } from '../answers/incoming.ts';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';

/** Reads what came in, valid or not. */
export function readIncoming({ config }: Context, request: FastifyRequest): Incoming {
  const [path = '', ...query] = request.url.split('?');
  return {
    id: request.id,
    method: request.method,
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body: undefined,
    url: config.publicUrl + request.url,
    address: request.ip,
  };
}

/** With two keys or two hosts (RFC 9112, 3.2), the intended one is unknown; Node would take the first. */
export function repeatedHeaders({ raw }: FastifyRequest): Refusal | undefined {
  const name = ['Authorization', 'Host'].find((single) => isRepeated(raw.rawHeaders, single.toLowerCase()));
  if (!name) return undefined;
  return new Refusal('invalid_request', say('http.repeated-header', { name }));
}

/** In `rawHeaders` names and values alternate. */
function isRepeated(rawHeaders: string[], name: string): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index] as string;
    if (sent.length === name.length && sent.toLowerCase() === name) count++;
  }
  return count > 1;
}
