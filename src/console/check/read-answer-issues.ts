import type { OperationData } from '../../documents/operation-data.ts';
import type { RefusalIssue } from '../../generated/platform/types.gen.ts';
import { pointerPart } from '../json-pointer.ts';

/** A field that an answer complains about. */
export type SaidIssue = Pick<RefusalIssue, 'in' | 'pointer' | 'detail'>;

const placeNames = [
  'pointer',
  'field',
  'property',
  'parameter',
  'param',
  'path',
  'loc',
  'attribute',
  'campo',
  'name',
  'source',
  'target',
  'key',
];
const textNames = ['detail', 'message', 'msg', 'description', 'reason', 'title', 'mensagem', 'userMessage', 'error'];
const places = new Set(['body', 'path', 'query', 'header', 'cookie']);
const DEEPEST = 8;

/** What an answer of any server says of the fields that were sent: objects that have a field's name and a text. */
export function readAnswerIssues(answer: unknown, operation: OperationData, sent: unknown): SaidIssue[] {
  const found: SaidIssue[] = [];
  const walk = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST || found.length >= 50) return;
    const members = value as Record<string, unknown>;
    const place = placeNames.map((name) => placeOf(members[name], operation, sent)).find((each) => each);
    const detail = textNames.map((name) => members[name]).find((text) => typeof text === 'string' && text !== '');
    if (
      place &&
      !Array.isArray(value) &&
      !found.some(({ pointer, in: where }) => pointer === place.pointer && where === place.in)
    )
      found.push({ ...place, detail: typeof detail === 'string' ? detail : '' });
    for (const inner of Object.values(members)) walk(inner, depth + 1);
  };
  walk(answer, 0);
  return found.filter(({ detail }) => detail !== '');
}

/** The field that a text or a list of parts names, if it is one of the call. */
function placeOf(
  named: unknown,
  operation: OperationData,
  sent: unknown,
): Pick<SaidIssue, 'in' | 'pointer'> | undefined {
  if (typeof named === 'object' && named !== null && !Array.isArray(named)) {
    const { pointer, parameter } = named as Record<string, unknown>;
    return placeOf(pointer ?? parameter, operation, sent);
  }
  const parts = (
    Array.isArray(named)
      ? named.map(String)
      : typeof named === 'string'
        ? named.replace(/^[#$]/, '').split(/[./[\]]+/)
        : []
  ).filter((part) => part !== '');
  const where = places.has(parts[0] ?? '') ? (parts.shift() as SaidIssue['in']) : undefined;
  const [first] = parts;
  if (first === undefined) return undefined;
  const pointer = `/${parts.map(pointerPart).join('/')}`;
  const parameter = operation.parameters.find(
    (each) => each.name.toLowerCase() === first.toLowerCase() && (where === undefined || each.in === where),
  );
  if (parameter && where !== 'body')
    return { in: parameter.in, pointer: pointer.replace(/^\/[^/]+/, `/${parameter.name}`) };
  return isInBody(first, operation, sent) && (where ?? 'body') === 'body' ? { in: 'body', pointer } : undefined;
}

function isInBody(name: string, operation: OperationData, sent: unknown): boolean {
  const examples = Object.values(operation.requestBody?.content ?? {}).map(({ example }) => example);
  const own = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    Object.keys(namedIn(schema, operation)),
  );
  return (
    own.includes(name) ||
    [sent, ...examples].some((value) => typeof value === 'object' && value !== null && name in value)
  );
}

function namedIn(schema: OperationData['schemas'][string] | undefined, { schemas }: OperationData): object {
  const target = schema?.$ref ? schemas[schema.$ref.replace('#/components/schemas/', '')] : schema;
  return { ...target?.properties, ...Object.assign({}, ...(target?.allOf ?? []).map(({ properties }) => properties)) };
}
