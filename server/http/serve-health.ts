import type { FastifyInstance } from 'fastify';
import { preferredLanguage } from '../answers/preferred-language.ts';
import type { Context } from '../context.ts';
import { isReady } from '../db/is-ready.ts';
import { isLocalCaller, isShownTo } from '../net/local-caller.ts';
import { showFault } from '../openapi/isolation/show-fault.ts';
import type { Draining } from './draining.ts';
import { listFaults } from './list-faults.ts';

/**
 * `/livez` and `/readyz`, for who watches the process. `/readyz?verbose` also tells the operator what is left out of the APIs, and
 * why: the server is ready all the same.
 */
export function serveHealth(app: FastifyInstance, context: Context, draining: Draining): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get<{ Querystring: { verbose?: string } }>('/readyz', async (request, reply) => {
    if (draining.isOn()) return reply.code(503).send({ status: 'the server is stopping' });
    const ready = await isReady(context.db);
    const { headers, socket, query } = request;
    const { config } = context;
    const caller = { address: socket.remoteAddress, headers };
    const isTold = query.verbose !== undefined && isShownTo(config.faultDetails, config, caller);
    const reader = isLocalCaller(config, caller) ? 'operator' : 'stranger';
    if (isTold) reply.header('cache-control', 'no-store');
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ok' : 'the database does not answer',
      ...(isTold && {
        apis: [...context.apis.keys()],
        faults: listFaults(context).map((fault) => showFault(fault, preferredLanguage(headers), reader)),
      }),
    });
  });
}
