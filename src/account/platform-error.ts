/** Why the platform did not do what was asked: nobody there, too many asked, or another refusal. */
export class PlatformError extends Error {
  readonly kind: 'unreachable' | 'limited' | 'refused';
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: PlatformError['kind'], message: string, response?: Response) {
    super(message);
    this.name = 'PlatformError';
    this.kind = kind;
    this.status = response?.status;
    this.retryAfterSeconds = readRetryAfter(response?.headers.get('Retry-After'));
  }
}

function readRetryAfter(value: string | null | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? (Date.parse(value) - Date.now()) / 1000 : seconds;
  return Number.isNaN(wait) ? undefined : Math.max(0, Math.ceil(wait));
}

/** Turns what the generated client hands over (problem details, text or a network error) into a PlatformError. */
export function toPlatformError(error: unknown, response: Response | undefined): PlatformError {
  if (!response) return new PlatformError('unreachable', String(error));
  const problem = (typeof error === 'object' ? error : undefined) as { detail?: string; title?: string } | undefined;
  const message = problem?.detail ?? problem?.title ?? `HTTP ${response.status}`;
  return new PlatformError(response.status === 429 ? 'limited' : 'refused', message, response);
}
