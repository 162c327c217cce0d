import { createServer } from 'node:http';

/** A port that is free at the moment. Addresses are part of responses, so it must be known before the server listens. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, host, done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
