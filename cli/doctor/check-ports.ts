import { createServer } from 'node:http';
import type { Config } from '../../server/config.ts';
import type { Finding } from './finding.ts';

/** Whether the portal and a sandbox can listen where they do without being told otherwise. */
export async function checkPorts({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding[]> {
  const places = [
    { what: 'Port', host, port, remedy: 'PORT=<number> chooses another' },
    { what: 'Port', host: 'localhost', port: 4010, remedy: 'cais sandbox --port <number> chooses another' },
  ];
  return Promise.all(
    places.map(async ({ what, host, port, remedy }): Promise<Finding> => {
      const code = await tryPort(host, port);
      if (code === undefined) return { what, state: 'good', text: `${port} is free` };
      if (code === 'EADDRINUSE') return { what, state: 'odd', text: `${port} is in use: ${remedy}` };
      return { what, state: 'bad', text: `${host}:${port} cannot be listened on (${code}): ${remedy}` };
    }),
  );
}

/** Listens for a moment; returns the code of what went wrong. */
async function tryPort(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    server.close();
  }
}
