import type { Response } from './document-types.ts';

/** Whether responses are declared for success: without one, a default may be it. */
export function hasSuccess(responses: Record<string, Response>): boolean {
  return Object.keys(responses).some((key) => key.startsWith('2'));
}

/** The response that is declared for a status, or for its class: `201`, `2XX`. The default is for what nobody foresaw. */
export function findResponse(responses: Record<string, Response>, status: number): Response | undefined {
  const family = String(status)[0];
  return responses[String(status)] ?? responses[`${family}XX`] ?? responses[`${family}xx`];
}
