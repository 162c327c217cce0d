import type { OAuthProblem, Problem } from '../generated/platform/types.gen.ts';

/** An invalid part of a request, at a JSON pointer such as `#/allowed_addresses/1`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail?: string;
}

/** Why a platform call failed: server unreachable, rate limit, this browser's key not accepted, or another rejection. */
export class PlatformError extends Error {
  readonly kind: 'unreachable' | 'limited' | 'key-refused' | 'refused';
  readonly response: Response | undefined;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly fieldProblems: FieldProblem[];
  /** The call's entry in the request log; undefined if no workspace has it. */
  readonly requestId: string | undefined;

  constructor(kind: PlatformError['kind'], message: string, response?: Response, fieldProblems: FieldProblem[] = []) {
    super(message);
    this.name = 'PlatformError';
    this.kind = kind;
    this.response = response;
    this.status = response?.status;
    this.retryAfterSeconds = readRetryAfter(response?.headers.get('Retry-After'));
    this.fieldProblems = fieldProblems;
    // The log has calls to the platform API, but those of nobody are in no workspace.
    const isKept = /\/platform\/v\d+\//.test(response?.url ?? '') && this.status !== 401;
    this.requestId = (isKept && response?.headers.get('X-Request-Id')) || undefined;
  }
}

function readRetryAfter(value: string | null | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? (Date.parse(value) - Date.now()) / 1000 : seconds;
  return Number.isNaN(wait) ? undefined : Math.max(0, Math.ceil(wait));
}

/** Converts an error of the generated client (problem details, OAuth error, text, network error) to a PlatformError. */
export function toPlatformError(error: unknown, response: Response | undefined): PlatformError {
  if (!response) return new PlatformError('unreachable', String(error));
  const problem = (typeof error === 'object' ? error : undefined) as Partial<Problem & OAuthProblem> | undefined;
  // The field errors are more specific than the summary.
  const fields = problem?.errors?.map(({ detail }) => detail).join(' ');
  const message =
    fields || (problem?.detail ?? problem?.error_description ?? problem?.title ?? `HTTP ${response.status}`);
  return new PlatformError(response.status === 429 ? 'limited' : 'refused', message, response, problem?.errors);
}
