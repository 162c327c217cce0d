import type { Parameter } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { basePathOf, isServedApart } from '../../openapi/servers.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { describePage } from '../pages/describe-page.ts';
import type { FieldStyle, OperationDescription, Style } from '../runtime/description.ts';
import { documentAlternatives, operationAlternatives } from '../security.ts';
import type { NamedOperation } from './named-operation.ts';
import { errorKind, groupResponses, statusKey, successContent } from './responses.ts';

/** What the package's functions have to know of an operation. */
export function describeOperation(api: ServedApi, { operation, plan }: NamedOperation): OperationDescription {
  const groups = groupResponses(operation);
  const [first] = successContent(groups);
  const statuses = (kind: 'json' | 'text') =>
    groups.errors.flatMap(([status, response]) => (errorKind(response, operation) === kind ? [statusKey(status)] : []));
  const security = operationAlternatives(api, operation);
  const isUsual = JSON.stringify(security) === JSON.stringify(documentAlternatives(api));
  const page = describePage(api, plan);
  const [errors, textErrors] = [statuses('json'), statuses('text')];
  return {
    method: operation.method.toUpperCase(),
    path: pathOf(api, operation),
    ...stylesOf(operation.parameters),
    ...bodyOf(api, operation.requestBody),
    ...(first && { accept: first[0] }),
    ...(errors.length > 0 && { errors }),
    ...(textErrors.length > 0 && { textErrors }),
    ...(!isUsual && { security }),
    ...(page && { page }),
  };
}

/** The path below the base URL; what this portal serves elsewhere is reached by steps up. */
function pathOf(api: ServedApi, operation: NamedOperation['operation']): string {
  const path = operation.path.replace(/^\//, '');
  if (!isServedApart(api, operation)) return path;
  const up = api.basePath
    .split('/')
    .filter(Boolean)
    .map(() => '../');
  const below = `${basePathOf(api, operation)}/`.replace(/^\//, '');
  return up.join('') + below + path;
}

function stylesOf(parameters: Parameter[]): { styles?: Record<string, Style> } {
  const styles = parameters.flatMap((parameter) => {
    const style = styleOf(parameter);
    return style ? [[`${parameter.in} ${parameter.name}`, style] as const] : [];
  });
  return styles.length > 0 ? { styles: Object.fromEntries(styles) } : {};
}

function styleOf({ in: place, style, explode, allowReserved, content }: Parameter): Style | undefined {
  if (content) return { json: true };
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const kind = style ?? usual;
  const own: Style = {
    ...(kind !== usual && { style: kind }),
    ...(explode !== undefined && explode !== (kind === 'form') && { explode }),
    ...(allowReserved && { allowReserved }),
  };
  return Object.keys(own).length > 0 ? own : undefined;
}

function bodyOf({ profile }: ServedApi, body: NamedOperation['operation']['requestBody']) {
  const sends = body && preferredMediaType(body.content);
  if (!body || sends === undefined) return {};
  const isForm = (type: string) => /^multipart\/|x-www-form-urlencoded/i.test(type);
  const form = Object.entries(body.content).find(([type]) => isForm(type))?.[1];
  const fields = Object.entries(form?.encoding ?? {}).map(([name, encoding]): [string, FieldStyle] => {
    const { contentType, style, explode } = encoding;
    return [
      name,
      { ...(contentType && { contentType }), ...(style && { style }), ...(explode !== undefined && { explode }) },
    ];
  });
  // Some APIs ask for the charset even of JSON, which has only one.
  const charset = profile.charsetRequired && !sends.includes('charset') ? '; charset=utf-8' : '';
  return { sends: sends + charset, ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
}
