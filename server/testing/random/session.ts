import { exampleOfParameter, exampleRequest, preferredMediaType } from '../../openapi/examples.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import type { TestAnswer, TestPortal } from '../test-portal.ts';
import type { Step } from './arbitrary-step.ts';
import { findViolation } from './find-violation.ts';
import { idsIn } from './ids-in.ts';

/** A request as it was sent. */
export interface SentRequest {
  plan: OperationPlan;
  /** `GET /sandbox/notas/v1/customers?page=1` */
  line: string;
  caller: Step['caller'];
  /** The path names a record of another workspace that this one never saw. */
  isForeign: boolean;
  body?: string;
}

/** Ids by their store. */
export type KnownIds = Map<string, Set<string>>;

/** A workspace that receives random requests in turn; each response is checked against the rules that always hold. */
export class Session {
  readonly #portal: TestPortal;
  readonly #api: ServedApi;
  readonly #key: string;
  readonly #foreign: KnownIds;
  readonly #known: KnownIds = new Map();

  constructor(portal: TestPortal, api: ServedApi, { key, foreign }: { key: string; foreign: KnownIds }) {
    this.#portal = portal;
    this.#api = api;
    this.#key = key;
    this.#foreign = foreign;
  }

  /** Sends the request of a step; throws what is wrong with the response. */
  async take(step: Step): Promise<TestAnswer> {
    const request = this.#write(step);
    const answer = await this.#send(request, step);
    this.#check(request, answer);
    if (step.caller === 'own' && answer.status < 300) this.#remember(request, answer);
    if (request.plan.role === 'delete' && answer.status < 300 && step.caller === 'own')
      await this.#readDeleted(request, step);
    return answer;
  }

  #check(request: SentRequest, answer: TestAnswer): void {
    const violation = findViolation(this.#api, request, answer);
    if (!violation) return;
    const sent = request.body === undefined ? '' : ` ${request.body.slice(0, 1000)}`;
    throw new Error(
      `${request.line}${sent}\n${violation}\n${answer.status} ${JSON.stringify(answer.body)?.slice(0, 1500)}`,
    );
  }

  #write(step: Step): SentRequest {
    const { plan, method, record } = step;
    const known = this.#known.get(plan.resource?.store ?? '');
    const foreign = [...(this.#foreign.get(plan.resource?.store ?? '') ?? [])].find((id) => !known?.has(id));
    const isForeign = record === 'foreign' && foreign !== undefined && plan.idParameter !== undefined;
    const path = plan.operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      const isOwn = name === plan.idParameter;
      if (isOwn && isForeign) return encodeURIComponent(foreign);
      if (isOwn && record === 'garbage') return encodeURIComponent(step.garbage) || 'x';
      return encodeURIComponent(this.#idFor(plan, name, step.choice));
    });
    const query = new URLSearchParams(step.query);
    const line = `${method ?? plan.operation.method.toUpperCase()} ${encodeURI(this.#api.basePath)}${path}${query.size > 0 ? `?${query}` : ''}`;
    return { plan, line, caller: step.caller, isForeign, body: step.body };
  }

  /** An id that was shown before, else the one that the document shows. */
  #idFor({ operation, parents, resource, idParameter }: OperationPlan, name: string, choice: number): string {
    const store = name === idParameter ? resource?.store : parents.find(({ parameter }) => parameter === name)?.store;
    const ids = [...(this.#known.get(store ?? '') ?? [])];
    const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
    const shown = parameter && exampleOfParameter(this.#api.document, parameter);
    return ids.length > 0 && choice % 5 > 0 ? (ids[choice % ids.length] as string) : String(shown ?? 'x') || 'x';
  }

  #send({ plan, line, caller, body }: SentRequest, { accept, contentType }: Step): Promise<TestAnswer> {
    const { operation } = plan;
    const declared = operation.requestBody && preferredMediaType(operation.requestBody.content);
    const type = contentType ?? (declared && `${declared}${/json/.test(declared) ? '; charset=utf-8' : ''}`);
    const headers = Object.entries(exampleRequest(this.#api, operation).header).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]);
    return this.#portal.call(line, {
      ...(caller !== 'none' && { key: caller === 'own' ? this.#key : 'sk_test_that_is_no_key' }),
      headers: {
        ...Object.fromEntries(headers),
        ...(accept && { accept }),
        ...(body !== undefined && type && { 'content-type': type }),
      },
      ...(body !== undefined && type && { body }),
    });
  }

  #remember({ plan }: SentRequest, answer: TestAnswer): void {
    const { resource } = plan;
    if (!resource) return;
    const known = this.#known.get(resource.store) ?? new Set();
    for (const id of idsIn(plan, answer)) known.add(id);
    this.#known.set(resource.store, known);
  }

  /** A deleted record is gone, unless the API only changes its state. */
  async #readDeleted({ plan, line, caller }: SentRequest, step: Step): Promise<void> {
    const { plan: api, profile } = this.#api;
    const rules = profile.resources?.[plan.resource?.store ?? ''];
    if (rules?.onDelete || rules?.lifecycle?.cancel || profile.handlers?.[plan.operation.id]) return;
    // A revoked key stays readable, as documented; it may also be the caller's own.
    if (plan.operation.id === 'revokeApiKey') return;
    const read = [...api.operations.values()].find(
      ({ role, operation }) => role === 'read' && operation.path === plan.operation.path,
    );
    if (!read) return;
    const request = { plan: read, line: `GET ${line.split(' ')[1]?.split('?')[0]}`, caller, isForeign: false };
    const answer = await this.#send(request, { ...step, accept: undefined, contentType: undefined });
    this.#check(request, answer);
    if (answer.status !== 404) throw new Error(`${line}\nwas done, and ${request.line} answers ${answer.status}`);
  }
}

/** Records of another workspace: their ids must not exist for anyone else. */
export async function foreignIds(portal: TestPortal, api: ServedApi): Promise<KnownIds> {
  const foreign: KnownIds = new Map();
  const key = await portal.guest();
  for (const plan of api.plan.operations.values()) {
    if (plan.role !== 'create' || !plan.resource?.itemPath || plan.parents.length > 0) continue;
    const body = exampleRequest(api, plan.operation).body;
    const answer = await portal.call(`POST ${api.basePath}${plan.operation.path}`, {
      key,
      body: body?.value,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    if (answer.status < 300) foreign.set(plan.resource.store, new Set(idsIn(plan, answer)));
  }
  return foreign;
}
