import type { Answer } from '../answers/answer.ts';
import type { Incoming } from '../answers/incoming.ts';
import { joinHeaders } from '../answers/join-headers.ts';
import { textOf } from '../answers/text-of.ts';
import type { Simulation } from '../dialect/simulation/simulation.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Admission } from './admit.ts';
import type { Reply } from './reply.ts';
import { deprecationOf } from './steps/announce-deprecation.ts';
import { declaredHeaders } from './steps/declared-headers.ts';
import { frameStream } from './steps/frame-stream.ts';
import { shareWithOrigin } from './steps/share-with-origin.ts';
import { simulationHeaders } from './steps/simulate.ts';
import { writeAnswer } from './steps/write-answer.ts';

/** Writes a response, or an error, in the negotiated format, with the headers of every response of its API. */
export function finish(
  answer: Answer,
  { api, incoming, publicUrl }: { api: ServedApi; incoming: Incoming; publicUrl: string },
  { operation, principal, limits }: Admission,
  simulation: Simulation | undefined,
): Reply {
  const written = withoutBody(frameStream(writeAnswer(answer, incoming, { api, operation })));
  const shared = shareWithOrigin(principal, incoming, publicUrl);
  const headers = joinHeaders(
    limits,
    written.headers,
    simulation && simulationHeaders(simulation),
    shared?.headers,
    deprecationOf(api, incoming, publicUrl),
  );
  return {
    ...written,
    headers: { ...declaredHeaders(written, headers, incoming, { api, operation }), ...headers },
    removedHeaders: shared?.removed,
    wait: simulation?.wait,
    isDropped: simulation?.drop !== undefined,
    text: textOf(written),
  };
}

/** Statuses whose responses have no content (RFC 9110, 15.3.5, 15.3.6, 15.4.5), whatever a document declares for them. */
const bodiless = new Set([204, 205, 304]);

function withoutBody(answer: Answer): Answer {
  if (!bodiless.has(answer.status)) return answer;
  const { status, headers } = answer;
  return { status, headers };
}
