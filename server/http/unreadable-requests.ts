import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { answerRefusal } from '../pipeline/steps/answer-refusal.ts';

/** What the HTTP parser reports of a malformed request. */
interface ParserError extends Error {
  code?: string;
  /** The bytes in which it stumbled. */
  rawPacket?: unknown;
}

/**
 * Answers a malformed request (408 when it is too slow, 431 when its headers are too large, else 400) and closes the
 * connection. To HEAD there is no body, also here (RFC 9110, 9.3.2).
 */
export function answerUnreadable(publicUrl: string, newId: () => string): (error: ParserError, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.write(wireForm(refusalOf(error), publicUrl, newId(), isHead(error)));
    socket.destroy(error);
  };
}

/** Refuses a connection that one address has beyond what it may have, with a 429 that needs no request. */
export function refuseConnection(publicUrl: string, newId: () => string): (socket: Socket) => void {
  return (socket) => {
    const refusal = new Refusal('too_many_requests', say('http.too-many-connections'));
    // What it sends meanwhile may reset the connection.
    socket.on('error', () => socket.destroy());
    socket.end(wireForm(refusal, publicUrl, newId(), false), () => socket.destroy());
  };
}

/** The API is unknown here, so the response has the portal's format and the language of its pages. */
function wireForm(refusal: Refusal, publicUrl: string, id: string, withoutBody: boolean): string {
  const { status, mediaType, body } = answerRefusal(refusal, { id, headers: {} }, publicUrl);
  const text = JSON.stringify(body);
  const head = {
    'Content-Type': `${mediaType}; charset=UTF-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Request-Id': id,
    Connection: 'close',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${withoutBody ? '' : text}`;
}

function isHead({ rawPacket }: ParserError): boolean {
  return Buffer.isBuffer(rawPacket) && rawPacket.toString('latin1', 0, 5) === 'HEAD ';
}

function refusalOf({ code }: ParserError): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Refusal('request_timeout', say('http.too-slow'));
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Refusal('headers_too_large', say('http.headers-too-large'));
  }
  return new Refusal('invalid_request', say('http.no-request'));
}
