import { creationsOf } from '../create-record.ts';
import { code } from '../markdown.ts';
import { isSuccess, showCode } from '../show-call.ts';
import { type Section, say, type Works } from '../works.ts';
import { writeCurl } from '../write-curl.ts';

/** How a request is sent again without being done twice. */
export async function retries(works: Works): Promise<Section | undefined> {
  const { idempotency } = works.api.profile;
  const header = idempotency && headerOf(works);
  if (!idempotency || header === undefined) return undefined;
  const replayed = Object.keys(idempotency.replayed);
  const hours = idempotency.lifetime / 3_600_000;
  const parts = [say(works, 'idempotent', { header: code(header), hours })];
  for (const { call } of creationsOf(works)) {
    const sent = writeCurl(
      works.api,
      { ...call, headers: [...(call.headers ?? []), [header, 'KEY']] },
      { head: true },
    ).replace(`"${header}: KEY"`, `"${header}: $KEY"`);
    const head = new RegExp(`^(?:location|${replayed.join('|')})$`);
    const first = await showCode(works, `export KEY=$(node -pe 'crypto.randomUUID()')\n${sent}`, isSuccess, { head });
    if (!first) continue;
    const again = await showCode(works, sent, ({ headers }) => replayed.every((name) => headers[name] !== undefined), {
      head,
    });
    if (again)
      parts.push(
        ...first.parts,
        say(works, 'replayed', {
          headers: Object.entries(idempotency.replayed)
            .map(([name, value]) => code(`${name}: ${value}`))
            .join(', '),
        }),
        ...again.parts,
      );
    break;
  }
  return { id: 'idempotency', title: say(works, 'idempotency'), parts };
}

/** The name of the header in which a convention looks for a key; a document may write it its own way. */
function headerOf({ api: { profile, operations } }: Works): string | undefined {
  const asked: string[] = [];
  const headers = new Proxy({}, { get: (_, name) => void asked.push(String(name)) });
  profile.idempotency?.find('POST', headers);
  const [name] = asked;
  const declared = operations
    .flatMap(({ parameters }) => parameters)
    .find((each) => each.in === 'header' && each.name.toLowerCase() === name);
  return (
    declared?.name ??
    name?.replaceAll(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
  );
}
