import type { Refusal } from '../../answers/refusal.ts';
import type { OpenApiDocument, Response, Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { type ErrorFacts, errorPage } from './error-format.ts';
import { describeIssue } from './field-messages.ts';

export interface DeclaredError {
  status: number;
  mediaType: string;
  schema: Schema;
}

/** The declared error response for a status: the status itself, its neighbour (400 or 422), its class, or the default. */
export function findDeclaredError(responses: Record<string, Response>, status: number): DeclaredError | undefined {
  const neighbour = status === 422 ? 400 : status === 400 ? 422 : status;
  for (const key of [String(status), String(neighbour), `${String(status)[0]}XX`, 'default']) {
    const content = responses[key]?.content ?? {};
    const mediaType = Object.keys(content).find((type) => /[/+]json\b/.test(type));
    const schema = mediaType && content[mediaType]?.schema;
    if (mediaType && schema) return { status: /^\d+$/.test(key) ? Number(key) : status, mediaType, schema };
  }
  return undefined;
}

interface Subject {
  refusal: Refusal;
  facts: ErrorFacts;
  /** The texts of one field, inside a list of errors. */
  field?: { name: string; code: string; text: string };
}

type Meaning = (subject: Subject) => unknown;

/** Property names in lower case without punctuation, and what they mean in an error. */
const meanings: [RegExp, Meaning][] = [
  [
    /^(message|mensagem|msg|detail|detalhe|description|descricao|errordescription|reason|motivo|texto)$/,
    ({ refusal, facts, field }) => field?.text ?? refusal.detail[facts.language],
  ],
  [/^(title|titulo|error|erro|summary|resumo)$/, ({ refusal, facts }) => refusal.title[facts.language]],
  [/^(code|codigo|errorcode|codigoerro|kind)$/, ({ refusal, field }) => field?.code ?? refusal.code],
  [/^(status|statuscode|httpstatus|codigohttp)$/, ({ facts }) => facts.status],
  [
    /^(type|tipo|moreinfo|helpurl|docs|documentationurl)$/,
    ({ refusal, facts }) => errorPage(facts.publicUrl, refusal.code, facts.language),
  ],
  [/^(requestid|traceid|correlationid|protocolo|idrequisicao)$/, ({ facts }) => facts.requestId],
  [/^(field|campo|property|propriedade|parameter|parametro|path|pointer|caminho)$/, ({ field }) => field?.name],
];

/** Fills a declared error schema by the meaning of its property names. */
export function fillError(document: OpenApiDocument, schema: Schema, subject: Subject): unknown {
  const { properties, required } = shapeOf(document, schema);
  const body: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = meaningOf(document, name, property, subject, required.has(name));
    if (value !== undefined) body[name] = value;
    else if (required.has(name)) body[name] = exampleOf(document, property, { direction: 'response' });
  }
  return body;
}

function meaningOf(
  document: OpenApiDocument,
  name: string,
  property: Schema,
  subject: Subject,
  required: boolean,
): unknown {
  const shape = shapeOf(document, property);
  const plain = name.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (shape.types.has('array')) return listOf(document, plain, shape.items, subject, required);
  if (shape.types.has('object'))
    return /^(error|erro|fault|falha)$/.test(plain) ? fillError(document, property, subject) : undefined;
  const value = meanings.find(([pattern]) => pattern.test(plain))?.[1](subject);
  if (value === undefined) return undefined;
  if (Array.isArray(property.enum) && !property.enum.includes(value)) return property.enum[0];
  if (shape.types.has('integer') || shape.types.has('number'))
    return typeof value === 'number' ? value : subject.facts.status;
  return String(value);
}

function listOf(
  document: OpenApiDocument,
  name: string,
  items: Schema | undefined,
  subject: Subject,
  required: boolean,
): unknown[] | undefined {
  if (
    !/^(errors|erros|details|detalhes|issues|violations|violacoes|notifications|campos|fields|invalidparams|validationerrors)$/.test(
      name,
    )
  )
    return undefined;
  const { language } = subject.facts;
  const described = subject.refusal.issues.map((issue) => {
    const { code, text } = describeIssue(issue);
    return { name: issue.field, code, text: text[language] };
  });
  // A refusal without fields has no list, unless the document requires one.
  if (described.length === 0 && !required) return undefined;
  const fields =
    described.length > 0
      ? described
      : [{ name: '', code: subject.refusal.code, text: subject.refusal.detail[language] }];
  const isText = shapeOf(document, items).types.has('string');
  return fields.map((field) => (isText || !items ? field.text : fillError(document, items, { ...subject, field })));
}
