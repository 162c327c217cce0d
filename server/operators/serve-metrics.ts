import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { routeOf } from '../http/answered-requests.ts';
import type { MetricsAddress } from '../settings/metrics-address.ts';
import { mediaType, writeOpenMetrics } from './open-metrics.ts';
import { createProcessFigures } from './process-figures.ts';
import { createRequestDurations } from './request-durations.ts';
import { readWork } from './work-figures.ts';

/**
 * Measures the requests of a server that is not ready yet, and serves the figures to Prometheus at an address of their own, until
 * the server closes. Returns the port; throws where the address cannot be listened on.
 */
export async function serveMetrics(
  app: FastifyInstance,
  context: Context,
  { host, port }: MetricsAddress,
): Promise<number> {
  const durations = createRequestDurations(new URL(context.config.publicUrl).protocol.replace(':', ''));
  const ofProcess = createProcessFigures();
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    durations.record({ method, route: routeOf(request), status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    done();
  });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [path] = (request.url ?? '').split('?');
    if (path !== '/metrics') return refuse(response, 404, 'Only /metrics is here.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response.setHeader('allow', 'GET, HEAD'), 405, 'Use GET.');
    const text = writeOpenMetrics([durations.read(), ...ofProcess.read(), ...(await readWork(context, app.server))]);
    response.setHeader('cache-control', 'no-store').setHeader('content-type', mediaType).end(text);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      context.log.error(error);
      refuse(response, 500, 'The figures cannot be read.');
    });
  });
  app.addHook('onClose', async () => {
    ofProcess.stop();
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
