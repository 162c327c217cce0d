// What the sandbox is measured against: the same two operations with nothing around them.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';

const app = Fastify();
const records = new Map<string, object>();

app.get<{ Params: { id: string } }>('/records/:id', (request, reply) => {
  const record = records.get(request.params.id);
  return record ?? reply.code(404).send();
});

app.post('/records', (request, reply) => {
  const record = { ...(request.body as object), id: randomUUID() };
  records.set(record.id, record);
  return reply.code(201).send(record);
});

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
