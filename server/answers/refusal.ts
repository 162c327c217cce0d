import type { Issue } from './issue.ts';
import { type RefusalCode, refusalStatuses } from './refusal-statuses.ts';
import { say } from './say.ts';
import { complete, type OwnTexts, type Texts } from './texts.ts';

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
    detail: OwnTexts,
    { issues = [], headers = {}, status = refusalStatuses[code], quota, workspaceId }: RefusalOptions = {},
  ) {
    const texts = complete(detail);
    super(texts.en);
    this.code = code;
    this.status = status;
    this.title = say(`refusals.${code}`);
    this.detail = texts;
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
  const fields = names.join(', ');
  const detail = others > 0 ? say('fields.correct-more', { fields, others }) : say('fields.correct', { fields });
  return new Refusal('invalid_fields', detail, { issues: untold > 0 ? [...told, untoldIssues(untold)] : told });
}

function untoldIssues(count: number): Issue {
  return { in: 'body', pointer: '', field: '', keyword: 'untold', params: { count }, message: `and ${count} more` };
}

/** Refuses (404) a record that does not exist or belongs to another workspace. */
export function notFound(id: string): Refusal {
  const detail = say('records.not-found', { id });
  return new Refusal('not_found', detail);
}

/** Refuses (429) a request over a limit; it will be accepted after `seconds`. */
export function tooManyRequests(seconds: number, headers: Record<string, string> = {}): Refusal {
  const detail = say('limits.exceeded', { count: seconds });
  return new Refusal('too_many_requests', detail, { headers: { ...headers, 'retry-after': String(seconds) } });
}
