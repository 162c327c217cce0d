import { STATUS_CODES } from 'node:http';
import type { InProcessSandbox } from '../../../server/in-process/open-sandbox.ts';
import { compileBlock } from '../../../src/guides/shell/compile-block.ts';
import type { Reach } from '../../../src/guides/shell/session.ts';
import type { BuiltRequest } from '../../../wire/built-request.ts';
import { writtenOrigin } from '../mark-runnable.ts';

/** What the sandbox responded to the last request of a block. */
export interface Answer {
  status: number;
  reason: string;
  /** By lower-case names. */
  headers: Record<string, string>;
  mediaType: string;
  text: string;
  /** The parsed body, where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: bodies have every shape
  json?: any;
}

/** A workspace of its own in a sandbox, in which the blocks of one page are run as the page's button runs them. */
export interface Session {
  /** Runs the commands of a block; undefined where they send nothing, or stop because a value is missing. */
  run(code: string): Promise<Answer | undefined>;
}

/** Opens a guest workspace; throws if the sandbox gives none. */
export async function openSession(sandbox: InProcessSandbox, apis: string[]): Promise<Session> {
  const guest = await sandbox.send({ method: 'POST', url: '/platform/v1/guest_workspaces', headers: {} });
  const key: string = JSON.parse(guest.body.toString()).api_key.secret;
  const variables = new Map<string, string>();
  const reach: Reach = { origin: writtenOrigin, apis };
  return {
    run: async (code) => {
      let last: Answer | undefined;
      const session = {
        variables,
        getKey: async () => key,
        send: async (request: BuiltRequest) => {
          const received = await sandbox.send(toSend(request));
          const headers = Object.fromEntries(received.headers);
          const reason = STATUS_CODES[received.status] ?? '';
          last = readAnswer(received.status, reason, headers, received.body.toString());
          const { method, url } = request;
          return {
            ...received,
            method,
            url,
            reason,
            bytes: new Uint8Array(received.body),
            milliseconds: 0,
            sentAt: '',
          };
        },
      };
      // A browser cannot send a cookie, so its shell knows no -b.
      const block = compileBlock(`${code.replaceAll(' -b "', ' -H "Cookie: ')}\n`, reach);
      await block.run(session);
      return last;
    },
  };
}

function toSend({ method, url, headers, body }: BuiltRequest) {
  return {
    method,
    url: url.slice(writtenOrigin.length),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    ...(body?.kind === 'text' && { body: body.text }),
  };
}

function readAnswer(status: number, reason: string, headers: Record<string, string>, text: string): Answer {
  const mediaType = (headers['content-type'] ?? '').replace(/;.*/, '');
  const isJson = /[/+]json$/.test(mediaType) && text !== '';
  return { status, reason, headers, mediaType, text, ...(isJson && { json: JSON.parse(text) }) };
}
