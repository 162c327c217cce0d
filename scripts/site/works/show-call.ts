import { block } from './markdown.ts';
import type { Answer } from './session.ts';
import { type Shortened, shortJson } from './shorten.ts';
import { languageHeaders, type Works } from './works.ts';
import { type Call, writeCurl } from './write-curl.ts';

/** What of a response is shown. */
export interface Shown extends Shortened {
  /** Headers, by lower-case names or what their names are like; with them, the command shows the head. */
  head?: RegExp;
  /** Names of headers as the API writes them. */
  spelling?: string[];
  /** Whether the body is shown, too: by default only where no head is. */
  body?: boolean;
}

/** A command that was run, and what the sandbox responded, as Markdown. */
export interface ShownCall {
  answer: Answer;
  parts: string[];
}

/** Runs a call; undefined where it cannot be run, or `isMeant` refuses what was answered. */
export async function showCall(
  works: Works,
  call: Call,
  isMeant: (answer: Answer) => boolean,
  shown: Shown = {},
): Promise<ShownCall | undefined> {
  return showCode(works, writeCurl(works.api, call, { head: shown.head !== undefined }), isMeant, shown);
}

/** The same for a command that is written already, or several of which the last response is shown. */
export async function showCode(
  { session }: Pick<Works, 'session'>,
  code: string,
  isMeant: (answer: Answer) => boolean,
  shown: Shown = {},
): Promise<ShownCall | undefined> {
  const answer = await session.run(code);
  if (!answer || !isMeant(answer)) return undefined;
  return { answer, parts: [block('bash', code), ...showAnswer(answer, shown)] };
}

/** Sends a call only to know its answer. */
export async function ask({ session, api }: Works, call: Call): Promise<Answer | undefined> {
  return session.run(writeCurl(api, call));
}

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;
export const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500;

/** A call whose message is in the language of the page. */
export function inItsLanguage(works: Works, call: Call): Call {
  return { ...call, headers: [...(call.headers ?? []), ...languageHeaders(works)] };
}

function showAnswer(answer: Answer, { head, spelling = [], body = head === undefined, ...shortened }: Shown): string[] {
  const spell = (name: string) => spelling.find((known) => known.toLowerCase() === name) ?? capitalized(name);
  const status = `${answer.status} ${answer.reason}`.trim();
  const headers = Object.entries(answer.headers).filter(([name]) => head?.test(name));
  const lines = headers.map(([name, value]) => `${spell(name)}: ${value}`);
  const isEmpty = answer.text === '';
  const top = head || isEmpty ? [block('http', [`HTTP/1.1 ${status}`, ...lines].join('\n'))] : [];
  if (!body || isEmpty) return top;
  const title = `title="${status}"`;
  if (answer.json !== undefined) return [...top, block(`json ${title}`, shortJson(answer.json, shortened))];
  const language = /xml/.test(answer.mediaType) ? 'xml' : 'text';
  return [...top, block(`${language} ${title}`, answer.text.split('\n').slice(0, 20).join('\n').slice(0, 1500))];
}

/** Names of headers have no case; this is how they are written. */
function capitalized(name: string): string {
  return name.replaceAll(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
