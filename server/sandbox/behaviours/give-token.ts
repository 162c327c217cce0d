import type { Answer } from '../../answers/answer.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { plain } from '../../plan/names.ts';
import { isAccessToken } from '../../plan/token-requests.ts';
import type { Call } from './call.ts';
import { stateless } from './stateless.ts';

/** What a request for a token is answered with. */
export interface GivenToken {
  access_token: string;
  token_type: 'Bearer';
  /** In seconds. */
  expires_in: number;
  refresh_token?: string;
  scope?: string;
}

/** The answer that the document has for a request for a token, with what is true in it. */
export async function giveToken(call: Call, given: GivenToken): Promise<Answer> {
  const answer = await stateless(call);
  const { body } = answer;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return answer;
  const { properties } = shapeOf(call.api.document, call.plan.success.schema);
  const own = Object.entries(properties).flatMap(([name, { type, enum: allowed }]) => {
    const value = isAccessToken(name) ? given.access_token : givenFor(given, plain(name));
    const fits = value !== undefined && (!allowed || allowed.includes(value)) && isOfType(type, value);
    return fits ? [[name, value] as const] : [];
  });
  return { ...answer, body: { ...body, ...Object.fromEntries(own) } };
}

function givenFor(given: GivenToken, name: string): string | number | undefined {
  const found = Object.entries(given).find(([key]) => plain(key) === name);
  return found?.[1];
}

function isOfType(type: string | string[] | undefined, value: string | number): boolean {
  const types = [type ?? []].flat();
  if (types.length === 0) return true;
  return typeof value === 'string' ? types.includes('string') : types.some((each) => /^(integer|number)$/.test(each));
}
