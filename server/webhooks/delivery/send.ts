import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { AllowedHosts } from '../guard/allowed-hosts.ts';
import { findTargetAddress, hostOf, type Lookup, portOf, readTarget } from '../guard/find-target.ts';
import { type AttemptError, explainFailure, explainStatus, UnconfirmedAddress } from './attempt-error.ts';
import { type CappedBody, readCapped } from './read-capped.ts';

/** A request to send: the URL, the headers and the exact body. */
export interface Sending {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** IP addresses that have confirmed that they want webhooks for this URL, where it must be confirmed. */
  confirmed?: string[];
}

/** The result of an attempt; without an error it was received. */
export interface Sent {
  durationMs: number;
  timing: { dns_ms: number | null; connect_ms: number | null; first_byte_ms: number | null };
  address: string | null;
  response: ({ status: number; headers: Record<string, string> } & CappedBody) | null;
  error: AttemptError | null;
}

export interface SenderOptions {
  allowed: AllowedHosts;
  lookup: Lookup;
  /** The portal's own inboxes: whether a URL is one of theirs, and the address of the server that answers them. */
  inboxes: { isOwn(url: string): boolean; listening(): { address: string; port: number } | undefined };
  /** Takes an attempt from those that an IP address gets before it has confirmed; returns whether one was left. */
  takeAttempt(address: string): Promise<boolean>;
  /** How long an attempt may take, from the name's look-up to the last byte. */
  timeoutMs?: number;
}

export type Sender = ReturnType<typeof createSender>;

const idleMs = 4000;

/** Sends single requests to allowed addresses. It connects to the very address that was checked, and follows no redirects. */
export function createSender({ allowed, lookup, inboxes, takeAttempt, timeoutMs = 20_000 }: SenderOptions) {
  // Idle connections are closed earlier than receivers usually do (after 5 s), so that few are closed under a request.
  const options = { keepAlive: true, timeout: idleMs, maxFreeSockets: 64 };
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };

  /** Where to connect for a URL; the address is checked each time, and connections are pooled by it. */
  async function findPlace(text: string): Promise<{ url: URL; address: string; port: number; isTls: boolean }> {
    const own = inboxes.isOwn(text) ? inboxes.listening() : undefined;
    if (own) return { url: new URL(text), ...own, isTls: false };
    const url = readTarget(text);
    return {
      url,
      address: await findTargetAddress(url, allowed, lookup),
      port: portOf(url),
      isTls: url.protocol === 'https:',
    };
  }

  /** Never throws: failures are part of the result. `stop` aborts it. */
  async function send({ url: text, headers, body, confirmed }: Sending, stop?: AbortSignal): Promise<Sent> {
    const began = performance.now();
    const elapsed = () => Math.round(performance.now() - began);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = stop ? AbortSignal.any([deadline, stop]) : deadline;
    const sent: Sent = {
      durationMs: 0,
      timing: { dns_ms: null, connect_ms: null, first_byte_ms: null },
      address: null,
      response: null,
      error: null,
    };
    try {
      const { url, address, port, isTls } = await unlessAborted(findPlace(text), signal);
      sent.timing.dns_ms = elapsed();
      sent.address = address;
      if (confirmed && !confirmed.includes(address) && !(await unlessAborted(takeAttempt(address), signal)))
        throw new UnconfirmedAddress(address);
      const bytes = Buffer.from(body);
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = (isTls ? requestHttps : requestHttp)({
          host: address,
          port,
          ...(isTls && { servername: isIP(hostOf(url)) ? '' : hostOf(url) }),
          method: 'POST',
          path: url.pathname + url.search,
          headers: { host: url.host, ...headers, 'content-length': bytes.length },
          agent: agents[isTls ? 'https:' : 'http:'],
          signal,
        });
        request.once('socket', (socket) => {
          if (socket.connecting)
            socket.once(isTls ? 'secureConnect' : 'connect', () => (sent.timing.connect_ms = elapsed()));
        });
        request.once('response', resolve).on('error', reject).end(bytes);
      });
      sent.timing.first_byte_ms = elapsed();
      const { statusCode: status = 0, headers: received } = response;
      sent.response = { status, headers: plainHeaders(received), body: '', body_truncated: false };
      Object.assign(sent.response, await readCapped(response, (part) => Object.assign(sent.response as object, part)));
      sent.error = explainStatus(status, received.location);
    } catch (error) {
      sent.error = explainFailure(stop?.aborted ? stop.reason : deadline.aborted ? deadline.reason : error, timeoutMs);
    }
    sent.durationMs = elapsed();
    return sent;
  }

  return {
    send,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** A look-up cannot be cancelled, but need not be awaited. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** PostgreSQL cannot store NUL; repeated headers are joined (RFC 9110). */
function plainHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value).replaceAll('\0', '\uFFFD')]),
  );
}
