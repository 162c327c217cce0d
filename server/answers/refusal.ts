import type { Issue } from './issue.ts';
import { type RefusalCode, refusalKinds } from './refusal-kinds.ts';
import type { Texts } from './texts.ts';

/** What is limited, to how much, and how much of it there is. */
export interface UsedQuota {
  name: string;
  limit: number;
  used: number;
}

interface RefusalOptions {
  issues?: Issue[];
  headers?: Record<string, string>;
  status?: number;
  quota?: UsedQuota;
  workspaceId?: string;
}

/** Thrown by any step that refuses a request; the API's error format turns it into a response. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: Texts;
  readonly detail: Texts;
  readonly issues: Issue[];
  readonly headers: Record<string, string>;
  readonly quota: UsedQuota | undefined;
  /** The workspace of a credential that is refused. */
  readonly workspaceId: string | undefined;

  constructor(
    code: RefusalCode,
    detail: Texts,
    { issues = [], headers = {}, status = refusalKinds[code].status, quota, workspaceId }: RefusalOptions = {},
  ) {
    super(detail.en);
    this.code = code;
    this.status = status;
    this.title = refusalKinds[code].title;
    this.detail = detail;
    this.issues = issues;
    this.headers = headers;
    this.quota = quota;
    this.workspaceId = workspaceId;
  }

  /** A copy of this refusal with additional headers, and the workspace if it is known only now. */
  with(headers: Record<string, string>, workspaceId = this.workspaceId): Refusal {
    const { code, detail, issues, status, quota } = this;
    return new Refusal(code, detail, {
      issues,
      status,
      quota,
      headers: { ...this.headers, ...headers },
      workspaceId,
    });
  }
}

/** How many invalid fields a response names one by one, and how many its summary does. */
const mostIssues = 100;
const mostNames = 10;

/** Refuses (422) fields that break the document's rules; of more than 100, the last entry says how many more there are. */
export function invalidFields(issues: Issue[]): Refusal {
  const told = issues.slice(0, mostIssues);
  const untold = issues.length - told.length;
  const names = told.slice(0, mostNames).map(({ field }) => field || 'body');
  const others = issues.length - names.length;
  const more = { en: others > 0 ? ` and ${others} more` : '', pt: others > 0 ? ` e mais ${others}` : '' };
  const detail = {
    en: `Correct these fields and try again: ${names.join(', ')}${more.en}.`,
    pt: `Corrija estes campos e tente de novo: ${names.join(', ')}${more.pt}.`,
  };
  return new Refusal('invalid_fields', detail, { issues: untold > 0 ? [...told, untoldIssues(untold)] : told });
}

function untoldIssues(count: number): Issue {
  return { in: 'body', pointer: '', field: '', keyword: 'untold', params: { count }, message: `and ${count} more` };
}

/** Refuses (404) a record that does not exist or belongs to another workspace. */
export function notFound(id: string): Refusal {
  const detail = {
    en: `No record has the id "${id}" in this workspace. List the collection to see the ids that exist.`,
    pt: `Nenhum registro tem o id "${id}" neste espaço de trabalho. Liste a coleção para ver os ids que existem.`,
  };
  return new Refusal('not_found', detail);
}

/** Refuses (429) a request over a limit; it will be accepted after `seconds`. */
export function tooManyRequests(seconds: number, headers: Record<string, string> = {}): Refusal {
  const detail = {
    en: `The rate limit was exceeded. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
    pt: `O limite de requisições foi excedido. Espere ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} e tente de novo.`,
  };
  return new Refusal('too_many_requests', detail, { headers: { ...headers, 'retry-after': String(seconds) } });
}
