import type { Response } from '../../openapi/document-types.ts';
import { preferredMediaType } from '../../openapi/examples.ts';
import { docComment } from '../doc-comment.ts';
import { propertyName, quote } from '../names.ts';
import type { SchemaTypes } from '../schemas/schema-types.ts';
import { union } from '../schemas/type-text.ts';
import type { NamedOperation } from './named-operation.ts';
import { requestType } from './request-type.ts';
import {
  errorKind,
  groupResponses,
  type ResponseGroups,
  statusKey,
  successContent,
  typeOfContent,
} from './responses.ts';

/** The declarations of an operation: its request, its errors, and the function. */
export function declareOperation(types: SchemaTypes, named: NamedOperation): string {
  const { name, typeName, operation, plan } = named;
  const groups = groupResponses(operation);
  const errors = errorsType(types, named, groups);
  const { summary, description, deprecated } = operation.operation;
  const address = `\`${operation.method.toUpperCase()} ${operation.path}\``;
  const comment = docComment([summary, description, address, deprecated ? '@deprecated' : '']);
  const contents = successContent(groups).map(([type, media]): [string, string] => [
    type,
    typeOfContent(types, type, media),
  ]);
  // A response may have no body beside others that have one.
  const isEmpty = groups.success.some(([, { content }]) => !content || Object.keys(content).length === 0);
  const orNothing = (type: string) => (isEmpty && type !== 'unknown' ? `${type} | undefined` : type);
  const item = plan.role === 'list' && plan.list ? [types.typeOf(plan.list.item, 'response')] : [];
  const [first] = contents;
  const lone = first ? orNothing(first[1]) : isGone(groups, operation.responses) ? 'never' : 'undefined';
  const content = contents.map(([type, each]) => `${quote(type)}: ${orNothing(each)}`).join('; ');
  const isNegotiated = contents.length > 1;
  const typeArguments = [
    `${typeName}Request`,
    ...(isNegotiated ? [`{ ${content} }`, quote(first?.[0] ?? '')] : [lone]),
    ...item,
    `${typeName}Errors`,
    statusesOf(groups),
  ];
  const kind = `${isNegotiated ? 'Negotiated' : ''}${item.length > 0 ? 'List' : ''}Operation`;
  const declared = `${comment}export declare const ${name}: ${kind}${listed(typeArguments, kind.length + name.length)};\n`;
  return [requestType(types, named), errors, declared].join('\n');
}

/** Type arguments on one line, or one on each. */
function listed(all: string[], used: number): string {
  const line = `<${all.join(', ')}>`;
  if (line.length + used < 95 && !line.includes('\n')) return line;
  return `<\n${all.map((each) => `  ${each.replaceAll('\n', '\n  ')}`).join(',\n')}\n>`;
}

/** An operation that is gone for good has no success. */
function isGone({ success }: ResponseGroups, responses: Record<string, Response>): boolean {
  return success.length === 0 && '410' in responses;
}

function statusesOf({ success }: ResponseGroups): string {
  const statuses = success.map(([status]) => status);
  return statuses.length > 0 && statuses.every((status) => /^\d+$/.test(status)) ? statuses.join(' | ') : 'number';
}

/** An interface with the body of each error, by status. */
function errorsType(types: SchemaTypes, { typeName, operation }: NamedOperation, { errors }: ResponseGroups): string {
  const lines = errors.map(([status, response]) => {
    const comment = docComment([response.description], '  ');
    return `${comment}  ${statusName(status)}: ${errorType(types, response, errorKind(response, operation)).replaceAll('\n', '\n  ')};\n`;
  });
  if (lines.length === 0) return `export type ${typeName}Errors = Record<never, never>;\n`;
  const comment = docComment([`The errors of \`${operation.id}\`, by status.`]);
  return `${comment}export interface ${typeName}Errors {\n${lines.join('')}}\n`;
}

function statusName(status: string): string {
  const key = statusKey(status);
  return typeof key === 'number' ? String(key) : propertyName(key);
}

function errorType(types: SchemaTypes, { content = {} }: Response, kind: 'json' | 'text' | undefined): string {
  if (kind === undefined) return 'ClientError';
  if (kind === 'text') return 'string';
  const mediaType = preferredMediaType(content) as string;
  return union([types.typeOf(content[mediaType]?.schema, 'response')]);
}
