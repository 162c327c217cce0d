import { bodyKind, decodeBody, type ReceivedResponse } from '../exchange/received-response.ts';
import { isSecretName, withoutSecrets } from './without-secrets.ts';

/** An answer as it is kept: text, without secrets. */
interface StoredAnswer
  extends Pick<ReceivedResponse, 'method' | 'url' | 'status' | 'reason' | 'milliseconds' | 'sentAt'> {
  headers: [name: string, value: string][];
  text: string;
  isCut?: boolean;
}

const NAME = 'cais.answers';
/** Longer answers are not kept, and all together not more than a part of what a browser grants. */
const LONGEST = 100_000;
const MOST_CHARACTERS = 1_000_000;

type StoredAnswers = Record<string, StoredAnswer>;

function read(storage: Storage): StoredAnswers {
  try {
    const answers: unknown = JSON.parse(storage.getItem(NAME) ?? '{}');
    return typeof answers === 'object' && answers !== null ? (answers as StoredAnswers) : {};
  } catch {
    return {};
  }
}

/**
 * Keeps the answer of a call, if it is a text that is not too long, and those of the other calls that are kept. `known` are secrets of the
 * call, which an answer may repeat.
 */
export function storeAnswer(
  storage: Storage,
  id: string,
  response: ReceivedResponse,
  kept: string[],
  known: string[] = [],
): void {
  const { method, url, status, reason, milliseconds, sentAt, isCut } = response;
  // A letter has at most four bytes.
  const isText = response.bytes.length <= 4 * LONGEST && !['image', 'pdf', 'binary'].includes(bodyKind(response));
  const text = isText ? withoutSecrets(decodeBody(response), known) : '';
  const headers = response.headers
    .filter(([name]) => !isSecretName(name))
    .map(([name, value]): [string, string] => [name, withoutSecrets(value, known)]);
  const answer: StoredAnswer = {
    method,
    url: withoutSecrets(url, known),
    status,
    reason,
    milliseconds,
    sentAt,
    headers,
    text,
    ...(isCut && { isCut }),
  };
  const before = Object.entries(read(storage)).filter(([other]) => other !== id && kept.includes(other));
  let answers = isText && text.length <= LONGEST ? [...before, [id, answer] as const] : before;
  const size = () => answers.reduce((sum, [, each]) => sum + each.text.length, 0);
  while (answers.length > 0 && size() > MOST_CHARACTERS) answers = answers.slice(1);
  while (answers.length > 0) {
    try {
      storage.setItem(NAME, withoutSecrets(JSON.stringify(Object.fromEntries(answers))));
      return;
    } catch {
      // The browser's quota is exhausted: drop older answers.
      answers = answers.slice(Math.ceil(answers.length / 2));
    }
  }
}

/** The answer of a call of the history, if it was kept. */
export function findAnswer(storage: Storage, id: string): ReceivedResponse | undefined {
  const answers = read(storage);
  const found = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (!found) return undefined;
  const { text, headers, ...rest } = found;
  // What is kept is UTF-8, whatever was sent.
  const told = headers.map(([name, value]): [string, string] => [
    name,
    name.toLowerCase() === 'content-type' ? value.replace(/;\s*charset=[^;]+/i, '') : value,
  ]);
  return { ...rest, headers: told, bytes: new TextEncoder().encode(text) };
}

export function clearAnswers(storage: Storage): void {
  storage.removeItem(NAME);
}
