import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { isServed } from '../served-addresses.ts';

/** Forwards each request to the server or to Docusaurus; upgrades are Docusaurus' live-reload connections. */
export function serveBoth({ serverPort, sitePort }: { serverPort: number; sitePort: number }): Server {
  const toward = (incoming: IncomingMessage) => {
    const [path = '/'] = (incoming.url ?? '/').split('?');
    const { method, headers, url } = incoming;
    return request({ host: 'localhost', port: isServed(path) ? serverPort : sitePort, path: url, method, headers });
  };
  const server = createServer((incoming, reply) => {
    const outgoing = incoming.pipe(toward(incoming));
    // A stream that nobody reads any more would stay open, and count.
    reply.on('close', () => outgoing.destroy());
    outgoing.on('response', (response) => {
      // Docusaurus has a page for each path: one that was loaded before it was restarted would take it for an update, and stay as it is.
      const isLost = isUpdate(incoming) && response.headers['content-type']?.startsWith('text/html');
      if (isLost) {
        response.resume();
        return reply.writeHead(404).end();
      }
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
    });
    outgoing.on('error', () => {
      if (reply.headersSent) return reply.destroy();
      // A browser that asks while Docusaurus is restarted asks again by itself.
      reply.writeHead(502, { 'retry-after': '1', refresh: '1' }).end('Not ready yet: reload in a moment.');
    });
  });
  server.on('upgrade', (incoming, socket) => {
    const outgoing = toward(incoming);
    socket.on('error', () => outgoing.destroy());
    outgoing.on('upgrade', ({ headers }, other) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      other.on('error', () => socket.destroy());
      socket.on('close', () => other.destroy());
      other.pipe(socket).pipe(other);
    });
    outgoing.on('error', () => socket.destroy());
    outgoing.end();
  });
  return server;
}

/** Whether a page asks what has changed since it was loaded; where that is not there, it loads itself again. */
function isUpdate({ url = '' }: IncomingMessage): boolean {
  return url.endsWith('.hot-update.json');
}
