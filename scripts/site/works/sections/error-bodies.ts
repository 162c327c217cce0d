import type { OperationPlan } from '../../../../server/plan/plan-types.ts';
import { exampleCall } from '../example-address.ts';
import { type FoundList, findList } from '../list-calls.ts';
import { code } from '../markdown.ts';
import type { Answer } from '../session.ts';
import { inItsLanguage, isRefusal, showCall } from '../show-call.ts';
import { plansOf, type Section, say, type Works } from '../works.ts';
import type { WorksTextId } from '../works-texts.ts';
import type { Call } from '../write-curl.ts';

/** So many operations are tried for each error. */
const tries = 4;

/** What the API answers when a request is wrong, got by sending such requests. */
export async function errorBodies(works: Works): Promise<Section | undefined> {
  const list = await findList(works);
  const errors: [id: WorksTextId, calls: Call[], isMeant?: (answer: Answer) => boolean][] = [
    ['noKey', list ? [{ ...list.call(), isOpen: true }] : []],
    ['unknownRecord', unknownRecords(works), ({ status }) => status === 404 || status === 410],
    ['invalidBody', invalidBodies(works), ({ status }) => status !== 404 && status !== 409],
    ['unknownParameter', list ? [list.call({ query: { [say(works, 'noParameter')]: '1' } })] : []],
    ['conflict', conflicts(works, list), ({ status }) => status !== 404],
  ];
  const parts: string[] = [];
  for (const [id, calls, isMeant = () => true] of errors)
    for (const call of calls.slice(0, tries)) {
      const shown = await showCall(works, inItsLanguage(works, call), (answer) => isRefusal(answer) && isMeant(answer));
      if (!shown) continue;
      if (parts.length === 0) parts.push(say(works, 'errorsAre', { mediaType: code(shown.answer.mediaType) }));
      parts.push(
        `### ${say(works, id)} {/* #${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} */}`,
        ...shown.parts,
      );
      break;
    }
  return parts.length > 0 ? { id: 'errors', title: say(works, 'errors'), parts } : undefined;
}

/** Reads of records that nobody has, by an id of the right type. */
function unknownRecords({ api }: Works): Call[] {
  return plansOf(api, 'read').flatMap((plan) => {
    if (plan.idParameter === undefined) return [];
    const known = api.seed.find(({ store }) => store === plan.resource?.store)?.id;
    return unknownIds(plan, known).map((id) =>
      exampleCall(api, plan.operation, { path: { [plan.idParameter as string]: id } }),
    );
  });
}

function unknownIds({ resource }: OperationPlan, known: string | undefined): (string | number)[] {
  if (resource?.idType === 'integer') return [999_999];
  if (resource?.idSchema?.format === 'uuid') return ['00000000-0000-4000-8000-000000000000'];
  // As long as a known one, where ids have a pattern.
  return [
    ...(known === undefined ? [] : [known.replace(/[0-9a-z]{1,4}$/i, (end) => '0'.repeat(end.length))]),
    'unknown',
  ];
}

/** Bodies without what is required, else with a number where a text belongs. */
function invalidBodies({ api }: Works): Call[] {
  const calls = plansOf(api, 'create', 'replace', 'change').map(({ operation }) => exampleCall(api, operation));
  const written = calls.filter(
    ({ body }) => body && typeof body.value === 'object' && body.value !== null && /json/.test(body.mediaType),
  );
  const withBody = (call: Call, value: unknown): Call => ({
    ...call,
    body: { mediaType: 'application/json', ...call.body, value },
  });
  return [
    ...written.slice(0, 2).map((call) => withBody(call, {})),
    ...written.slice(0, 2).map((call) => withBody(call, withWrongType(call.body?.value as object))),
  ];
}

function withWrongType(body: object): object {
  return Object.fromEntries(
    Object.entries(body)
      .slice(0, 3)
      .map(([name, value], index) => [name, index === 0 ? [{}] : value]),
  );
}

/** New records with a value that another has already. */
function conflicts({ api }: Works, list: FoundList | undefined): Call[] {
  return plansOf(api, 'create').flatMap(({ operation, resource }) => {
    const unique = api.profile.resources?.[resource?.store ?? '']?.unique ?? [];
    const known = api.seed.find(({ store }) => store === resource?.store)?.body ?? list?.items[0] ?? {};
    const call = exampleCall(api, operation);
    if (unique.length === 0 || typeof call.body?.value !== 'object') return [];
    const taken = Object.fromEntries(
      unique.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
    );
    return [exampleCall(api, operation, { body: { ...call.body.value, ...taken } })];
  });
}
