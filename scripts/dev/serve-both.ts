import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { isServed } from '../served-addresses.ts';

/** Forwards each request to the server or to Docusaurus; upgrades are Docusaurus' live-reload connections. */
export function serveBoth({ serverPort, sitePort }: { serverPort: number; sitePort: number }): Server {
  const toward = (incoming: IncomingMessage) => {
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const { method, headers, url } = incoming;
    return request({ host: 'localhost', port: isServed(path) ? serverPort : sitePort, path: url, method, headers });
  };
  const server = createServer((incoming, reply) => {
    const outgoing = incoming.pipe(toward(incoming));
    outgoing.on('response', (response) => {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
    });
    outgoing.on('error', () => {
      if (reply.headersSent) return reply.destroy();
      reply.writeHead(502, { 'retry-after': '1' }).end('Not ready yet: reload in a moment.');
    });
  });
  server.on('upgrade', (incoming, socket) => {
    const outgoing = toward(incoming);
    socket.on('error', () => outgoing.destroy());
    outgoing.on('upgrade', ({ headers }, other) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      other.on('error', () => socket.destroy());
      other.pipe(socket).pipe(other);
    });
    outgoing.on('error', () => socket.destroy());
    outgoing.end();
  });
  return server;
}
