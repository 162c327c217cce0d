import type { BuiltRequest } from '../../wire/built-request.ts';

/** A header that the document does not have, as it was typed. */
export type ExtraHeader = [name: string, value: string];

/** RFC 9110, 5.6.2; values as fetch takes them. */
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a header can be sent; one without a name is not sent yet. */
export function isSendable([name, value]: ExtraHeader): boolean {
  return (name === '' || NAME.test(name)) && VALUE.test(value);
}

/** A request with more headers; each stands in the place of one of its name. */
export function withHeaders(request: BuiltRequest, extra: ExtraHeader[] = []): BuiltRequest {
  const sent = extra.filter((header) => header[0] !== '' && isSendable(header));
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  const own = request.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return sent.length === 0 ? request : { ...request, headers: [...own, ...sent] };
}
