import type { ReceivedResponse } from '../../src/exchange/received-response.ts';
import { planGuide } from '../../src/guides/plan-guide.ts';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { writtenOrigin } from '../site/mark-runnable.ts';

/** A `bash` block of a guide. */
export interface CommandBlock {
  code: string;
  /** The status that the guide shows after it. */
  status?: number;
  /** The JSON that it shows after it. */
  body?: string;
}

/** Where the commands of a guide are run, and by whom. */
export interface GuideReader {
  origin: string;
  /** The slugs of the APIs that it may call. */
  apis: string[];
  key: string;
}

/** The `bash` blocks of a guide, and the status in the title or first line of what is shown after each. */
export function readCommands(markdown: string): CommandBlock[] {
  const blocks: CommandBlock[] = [];
  for (const [, language, meta, code = ''] of markdown.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)) {
    const shown = /title="(\d{3}) /.exec(meta ?? '')?.[1] ?? /^HTTP\/1\.1 (\d{3})/.exec(code)?.[1];
    const last = blocks.at(-1);
    if (language === 'bash') blocks.push({ code });
    else if (language === 'js') blocks.push({ code: 'program of another language' });
    else if (last && shown && last.status === undefined) {
      last.status = Number(shown);
      if (language === 'json') last.body = code;
    }
  }
  return blocks;
}

/**
 * Runs all blocks that a browser can run, in order, as the page does, or one of them with those that it needs; returns the last response
 * of each.
 */
export async function runCommands(
  blocks: CommandBlock[],
  { origin, apis, key }: GuideReader,
  only?: number,
): Promise<(ReceivedResponse | undefined)[]> {
  const codes = blocks.map(({ code }) => code.replaceAll(writtenOrigin, origin));
  const variables = new Map<string, string>();
  const responses: (ReceivedResponse | undefined)[] = blocks.map(() => undefined);
  for (const [index, block] of planGuide(codes, { origin, apis }).entries()) {
    if (!block || (only !== undefined && only !== index)) continue;
    const session = {
      variables,
      getKey: async () => key,
      send: async (request: BuiltRequest) => {
        responses[index] = await send(request);
        return responses[index];
      },
    };
    if (only !== undefined) for (const earlier of block.after) await earlier.run(session);
    responses[index] = undefined;
    await block.run(session);
  }
  return responses;
}

/** Sends a request as the page does; undefined if the connection was cut. */
async function send({ method, url, headers, body }: BuiltRequest): Promise<ReceivedResponse | undefined> {
  const text = body?.kind === 'text' ? body.text : null;
  const response = await fetch(url, { method, headers, body: text }).catch(() => undefined);
  if (!response) return undefined;
  const { status, statusText: reason } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { method, url, status, reason, headers: [...response.headers], bytes, milliseconds: 0, sentAt: '' };
}
