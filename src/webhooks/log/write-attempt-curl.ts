import { quoteForShell } from '../../../wire/write-curl.ts';
import type { AttemptRequest } from '../../generated/platform/types.gen.ts';

/** Headers that curl sets itself. */
const own = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/** Writes the curl command that repeats an attempt's request, including its signature. */
export function writeAttemptCurl({ method, url, headers, body }: AttemptRequest): string {
  const lines = Object.entries(headers)
    .filter(([name]) => !own.has(name.toLowerCase()))
    .map(([name, value]) => `--header ${quoteForShell(`${name}: ${value}`)}`);
  return [`curl --request ${method} ${quoteForShell(url)}`, ...lines, `--data-raw ${quoteForShell(body)}`].join(
    ' \\\n  ',
  );
}
