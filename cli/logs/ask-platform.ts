/** Where a server is, and with what key to ask it. */
export interface Place {
  url: string;
  key: string | undefined;
}

/** A response that is an error. */
export class ErrorResponse extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks the platform API; throws an error that says what to do where it does not answer, or refuses the key. */
export async function askPlatform(
  { url, key }: Place,
  path: string,
  headers: Record<string, string>,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${url}/platform/v1${path}`, {
      headers: { ...headers, 'accept-language': 'en', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    });
  } catch {
    throw new Error(`Nothing answers at ${url}. Start it (cais sandbox), or name another address with --url.`);
  }
  if (response.ok) return response;
  const { detail } = (await response.json().catch(() => ({}))) as { detail?: string };
  const message =
    response.status === 401
      ? `${detail ?? 'The key is refused.'} Name a key with --key or CAIS_KEY.`
      : `${url} answered ${response.status}${detail ? `: ${detail}` : '.'}`;
  throw new ErrorResponse(response.status, message);
}
