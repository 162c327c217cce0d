import type { FastifyInstance, FastifyReply } from 'fastify';

/** Closes the connection of a caller who has not taken a response within a time (ms): it is held in memory. Streams of events go on. */
export function closeSlowReaders(app: FastifyInstance, time: number): void {
  const timers = new WeakMap<FastifyReply, NodeJS.Timeout>();
  app.addHook('onSend', (_request, reply, _payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (!type.startsWith('text/event-stream')) timers.set(reply, setTimeout(() => reply.raw.destroy(), time).unref());
    done();
  });
  app.addHook('onResponse', (_request, reply, done) => {
    clearTimeout(timers.get(reply));
    done();
  });
}
