import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

/** Less than a year, as RFC 9116 recommends: the contact is read anew from the settings with each request. */
const validity = 180 * 24 * 60 * 60 * 1000;

/** Says whom to tell of a vulnerability (RFC 9116), where the operator has named a contact. */
export async function serveSecurityTxt(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  const { securityContact, publicUrl } = context.config;
  if (securityContact === undefined) return;
  for (const path of ['/.well-known/security.txt', '/security.txt']) {
    app.get(path, async (_request, reply) => {
      const expires = new Date(context.now().getTime() + validity);
      const fields = {
        Contact: securityContact,
        Expires: expires.toISOString(),
        'Preferred-Languages': 'pt, en',
        Canonical: `${publicUrl}/.well-known/security.txt`,
      };
      const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
      return reply.type('text/plain; charset=utf-8').send(lines.join(''));
    });
  }
}
