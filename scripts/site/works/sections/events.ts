import type { PathItem, RequestBody } from '../../../../server/openapi/document-types.ts';
import { exampleOfMediaType } from '../../../../server/openapi/examples.ts';
import { resolve } from '../../../../server/openapi/resolve.ts';
import { creationsOf } from '../create-record.ts';
import { type EventRow, eventRows } from '../event-rows.ts';
import { block, code, table } from '../markdown.ts';
import { shortJson } from '../shorten.ts';
import { isSuccess, showCall, showCode } from '../show-call.ts';
import { type Section, say, titleOf, type Works } from '../works.ts';

const mostRows = 30;
const mostCauses = 3;

/** So many operations are tried until one causes an event. */
const tries = 3;

/** The events of the API, what causes each, and one that was caused just now. */
export async function events(works: Works): Promise<Section | undefined> {
  const rows = eventRows(works);
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, mostRows);
  const cells = shown.map((row) => [code(row.type), row.when, causesOf(works, row)]);
  const parts = [
    say(works, 'eventsAre'),
    table([say(works, 'event'), say(works, 'when'), say(works, 'causedBy')], cells),
    ...(rows.length > mostRows ? [say(works, 'andOthers', { count: rows.length - mostRows })] : []),
  ];
  const caused = await showEvent(works);
  return { id: 'events', title: say(works, 'events'), parts: [...parts, ...(caused ?? describedEvent(works))] };
}

function causesOf(works: Works, { operations, isTimed }: EventRow): string {
  const time = isTimed ? [say(works, 'byItself')] : [];
  const titles = operations.slice(0, mostCauses).map((operation) => titleOf(works, operation));
  return [...titles, ...time].join(', ') || '–';
}

async function showEvent(works: Works): Promise<string[] | undefined> {
  const { api } = works;
  const isCausing = (store: string) => {
    const { events: rules, lifecycle } = api.profile.resources?.[store] ?? {};
    return (rules?.created ?? rules?.states?.[lifecycle?.initial ?? ''] ?? []).length > 0;
  };
  for (const { plan, call } of creationsOf(works, isCausing).slice(0, tries)) {
    const created = await showCall(works, call, isSuccess, { only: [plan.resource?.idKey ?? 'id'] });
    if (!created) continue;
    const latest = `curl -s -H "Authorization: Bearer $CAIS_KEY" "http://localhost:3000/platform/v1/events?api=${api.slug}&order=desc&limit=1"`;
    const shown = await showCode(works, latest, (answer) => isSuccess(answer) && answer.json.data.length > 0, {
      properties: 12,
    });
    if (shown) return [say(works, 'latestEvent'), ...created.parts, ...shown.parts];
  }
  return undefined;
}

/** The example of an event that only the document describes. */
function describedEvent({ api: { document } }: Works): string[] {
  for (const [type, maybe] of Object.entries(document.webhooks ?? {})) {
    const { post } = resolve<PathItem>(document, maybe);
    const [content] = Object.values(post?.requestBody ? resolve<RequestBody>(document, post.requestBody).content : {});
    const example = content && exampleOfMediaType(document, content, 'request');
    if (example !== undefined) return [code(type), block('json', shortJson(example))];
  }
  return [];
}
