import type { Answer } from '../../answers/answer.ts';
import type { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { challengesOf, schemesOf } from '../../dialect/credentials.ts';
import { exhaust } from '../../dialect/limits/exhaust.ts';
import { refusalOfStatus } from '../../dialect/simulation/refusal-of-status.ts';
import { notPossible, type Simulation } from '../../dialect/simulation/simulation.ts';
import { allowedMethods } from '../../openapi/allowed-methods.ts';
import type { Example, MediaType } from '../../openapi/document-types.ts';
import { exampleOfMediaType, preferredMediaType } from '../../openapi/examples.ts';
import { findResponse } from '../../openapi/find-response.ts';
import { resolve } from '../../openapi/resolve.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** The operation to simulate, and the time on the workspace's clock. */
interface Subject {
  api: ServedApi;
  plan: OperationPlan;
  now: Date;
}

/** Statuses that need no declaration: any server or proxy fails at times. */
const always = [500, 502, 503, 504];

/**
 * Returns the response that a caller requested instead of running the operation; undefined to run it. Throws for an
 * impossible one.
 */
export function simulate(subject: Subject, { code, example, drop }: Simulation): Answer | Refusal | undefined {
  const { api, plan } = subject;
  if (drop === 'before') return { status: 503 };
  if (example !== undefined) return namedExample(subject, example, code);
  if (code === undefined || code === plan.success.status) return undefined;
  if (!isPossible(subject, code)) throw notPossible(`code=${code}`, possibleStatuses(subject));
  if (code >= 400) return refusalOfStatus(code, api.profile, headersOf(subject, code));
  const content = findResponse(plan.operation.responses, code)?.content ?? {};
  const mediaType = code === 204 || code === 304 ? undefined : preferredMediaType(content);
  if (!mediaType) return withoutCaching({ status: code });
  return withoutCaching({
    status: code,
    mediaType,
    body: exampleOfMediaType(api.document, content[mediaType] as MediaType, 'response'),
  });
}

/** Reports which preferences were applied. */
export function simulationHeaders({ applied }: Simulation): Record<string, string> {
  return { vary: 'Prefer', 'preference-applied': applied };
}

function isPossible({ api, plan }: Subject, code: number): boolean {
  const { responses } = plan.operation;
  if (String(code) in responses || `${String(code)[0]}XX` in responses) return true;
  return code >= 400 && ('default' in responses || always.includes(code) || (code === 429 && !!api.profile.limits));
}

function possibleStatuses(subject: Subject) {
  const declared = Object.keys(subject.plan.operation.responses).map(Number).filter(Number.isInteger);
  const all = [...new Set([...declared, 429, ...always])].filter((code) => isPossible(subject, code));
  const list = all.sort((a, b) => a - b).join(', ');
  return say('simulation.possible-statuses', { list });
}

/** The headers that the API sends with this status. */
function headersOf({ api, plan: { operation }, now }: Subject, code: number): Record<string, string> {
  if (code === 401) return { 'www-authenticate': challengesOf(schemesOf(api.document, operation), api.title) };
  if (code === 405) {
    const here = api.operations.filter(({ path }) => path === operation.path);
    return { allow: allowedMethods(here.map(({ method }) => method)) };
  }
  if (code === 503) return { 'retry-after': '1' };
  if (code !== 429) return {};
  const { headers = {}, retryAfter = 1 } = api.profile.limits ? exhaust(api.profile.limits, now.getTime()) : {};
  return { ...headers, 'retry-after': String(retryAfter) };
}

function namedExample({ api, plan }: Subject, name: string, code: number | undefined): Answer {
  const { responses } = plan.operation;
  const usual = String(code ?? plan.success.status);
  const statuses = code === undefined ? [usual, ...Object.keys(responses)] : [usual];
  const all = statuses.flatMap((status) =>
    Object.entries(responses[status]?.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
      Object.entries(examples).map(([known, example]) => ({ status, mediaType, known, example })),
    ),
  );
  const found = all.find(({ known, status }) => known === name && /^\d+$/.test(status));
  if (!found) {
    const names = [...new Set(all.map(({ known }) => known))].join(', ');
    throw notPossible(`example=${name}`, names ? say('simulation.examples', { names }) : say('simulation.no-examples'));
  }
  const { value } = resolve<Example>(api.document, found.example);
  return withoutCaching({ status: Number(found.status), mediaType: found.mediaType, body: value });
}

/** Simulated responses must not be cached. */
function withoutCaching(answer: Answer): Answer {
  return { ...answer, headers: { 'cache-control': 'no-store' } };
}
