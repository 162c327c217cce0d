import type { OpenTestDatabase } from './test-databases.ts';
import { startTestPortal, type TestPortal } from './test-portal.ts';
import { writeSpecs } from './test-specs.ts';

/** An answer with its bytes, and what they say where they are JSON. */
interface RawAnswer {
  status: number;
  type: string | undefined;
  headers: Record<string, unknown>;
  bytes: Buffer;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect.
  body: any;
}

/** Sends a body as it is; `type` is its Content-Type. */
export type SendBody = (
  request: string,
  options?: { type?: string; body?: string | Buffer; accept?: string },
) => Promise<RawAnswer>;

/** Serves documents by name, without profiles: `GET /name/path`. */
export async function serveBodies(
  documents: Record<string, string>,
  open?: OpenTestDatabase,
): Promise<{ send: SendBody; portal: TestPortal; key: string; close: () => Promise<void> }> {
  const specs = Object.entries(documents).map(([name, text]) => [name, { 'openapi.yaml': text }] as const);
  const portal = await startTestPortal({
    ...(open && { open }),
    env: { SPECS_PATH: `specs:${writeSpecs(Object.fromEntries(specs))}` },
  });
  const key = await portal.guest();
  const send: SendBody = async (request, { type, body, accept } = {}) => {
    const [method = 'GET', path] = request.split(' ', 2);
    const { statusCode, headers, rawPayload } = await portal.app.inject({
      method: method as 'GET',
      url: `/sandbox${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        'accept-language': 'en',
        ...(type !== undefined && { 'content-type': type }),
        ...(accept !== undefined && { accept }),
      },
      ...(body !== undefined && { payload: body }),
    });
    const text = rawPayload.toString();
    const sent = headers['content-type'];
    const isJson = /[/+]json\b/.test(String(sent)) && text !== '';
    return {
      status: statusCode,
      type: sent as string | undefined,
      headers,
      bytes: rawPayload,
      text,
      body: isJson ? JSON.parse(text) : text,
    };
  };
  return { send, portal, key, close: () => portal.close() };
}
