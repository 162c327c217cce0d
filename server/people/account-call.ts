import type { Answer } from '../answers/answer.ts';
import type { Context } from '../context.ts';
import type { AccountBody } from './account-body.ts';

/** A person's request about their own account, after its origin and body were checked. */
export interface AccountCall {
  context: Context;
  headers: Record<string, string | undefined>;
  body: AccountBody;
}

export interface AccountAnswer extends Answer {
  cookies?: string[];
}
