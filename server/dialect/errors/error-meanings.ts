import type { Issue } from '../../answers/issue.ts';
import type { Refusal } from '../../answers/refusal.ts';
import { type ErrorFacts, errorPage } from './error-format.ts';

/** What an error tells: the refusal, and inside a list of errors one field of it. */
export interface Subject {
  refusal: Refusal;
  facts: ErrorFacts;
  field?: { code: string; text: string; issue?: Issue };
}

/** What a property tells, the best value first: which one fits its schema is found out later. `code` is found among the members of an enum. */
export interface Meaning {
  kind: 'message' | 'code' | 'other';
  values: (subject: Subject) => unknown[];
}

const message: Meaning = {
  kind: 'message',
  values: ({ refusal, facts: { language }, field }) =>
    field ? [field.text] : [refusal.detail[language], refusal.title[language]],
};
const title: Meaning = {
  kind: 'message',
  values: ({ refusal, facts: { language }, field }) => [refusal.title[language], field?.text],
};
const code: Meaning = {
  kind: 'code',
  values: ({ refusal, facts, field }) => [field?.code ?? refusal.code, facts.status],
};
const page: Meaning = {
  kind: 'other',
  values: ({ refusal, facts }) => [errorPage(facts.publicUrl, refusal.code, facts.language)],
};

function other(values: Meaning['values']): Meaning {
  return { kind: 'other', values };
}

/** Property names in lower case without punctuation, and what they mean in an error. */
const meanings: [RegExp, Meaning][] = [
  [
    /^(message|messages|mensagem|mensaje|msg|detail|detalhe|detalle|description|descricao|descripcion|error(description|message|msg|detail|text)|reason|motivo|texto|text|(user|developer|internal|long)message|faultstring|mensagemerro)$/,
    message,
  ],
  [/^(title|titulo|summary|resumo|resumen|shortmessage|errortitle|statustext)$/, title],
  [/^(code|codigo|(error|err|reason|status|sub)?code|codigoerror?|error(key|name|type)|errno|kind|name|issue)$/, code],
  [
    /^(status|(http)?status(code)?|httpcode|codigohttp|codigostatus)$/,
    other(({ facts }) => [facts.status, String(facts.status)]),
  ],
  [/^(moreinfo|help|helpurl|docs?|docurl|documentationurl|info(link|url))$/, page],
  [
    /^((request|trace|correlation|transaction|debug|log|operation|fault|incident)id|protocolo|idrequisicao|errorid|id)$/,
    other(({ facts }) => [facts.requestId]),
  ],
  [
    /^(timestamp|time|datetime|date|datahora|fecha|fechahora|occurredat|createdat)$/,
    other(({ facts: { now = new Date() } }) => [now.toISOString(), now.toISOString().slice(0, 10), now.getTime()]),
  ],
  [/^(instance|requestpath|requesturi|uri)$/, other(({ facts }) => [facts.path])],
  [/^(success|ok|succeeded|sucesso|exito)$/, other(() => [false])],
  [/^(failed|iserror|haserror|failure)$/, other(() => [true])],
];

const ofFields: [RegExp, Meaning][] = [
  [/^(pointer|jsonpointer)$/, other(({ field }) => [field?.issue?.pointer])],
  [
    /^(field|fieldname|campo|nomecampo|nomedocampo|nombrecampo|property|propertyname|propertypath|propriedade|propiedad|parameter|parametro|param|paramname|path|caminho|ruta|name|nome|nombre|key|attribute|target|source)$/,
    other(({ field }) => [field?.issue?.field]),
  ],
  [/^(in|location|place|local)$/, other(({ field }) => [field?.issue?.in])],
  [/^(loc)$/, other(({ field }) => [field?.issue && [field.issue.in, ...field.issue.field.split('.')]])],
  [/^(type|tipo|rule|constraint|keyword)$/, code],
];

const ofErrors: [RegExp, Meaning][] = [[/^(path|caminho|ruta)$/, other(({ facts }) => [facts.path])]];

/** What a property of an error means by its name, beside others of these names; undefined for what an error need not have. */
export function findMeaning(name: string, others: string[], { field }: Subject): Meaning | undefined {
  const plain = plainName(name);
  const beside = others.map(plainName);
  // Beside a pointer into the body, a parameter is one of the address (JSON:API).
  if (plain === 'pointer' && field?.issue && field.issue.in !== 'body') return undefined;
  if (plain === 'parameter' && beside.includes('pointer') && field?.issue?.in === 'body') return undefined;
  const own = (field ? ofFields : ofErrors).find(([pattern]) => pattern.test(plain))?.[1];
  if (own) return own;
  if (/^(error|erro)$/.test(plain)) {
    // OAuth and others: a word for programs beside a text for people.
    if (beside.some((each) => /^error(description|message)$/.test(each))) return code;
    return beside.some(isMessage) ? { kind: 'code', values: (subject) => [...title.values(subject), true] } : anyError;
  }
  if (/^(type|tipo)$/.test(plain)) return beside.includes('title') ? page : code;
  // Of two texts the one that is called a detail says more.
  const isShort = !field && /^(message|mensagem|mensaje|msg)$/.test(plain);
  if (isShort && beside.some((each) => /^(detail|detalhe|detalle|description|descricao|descripcion)$/.test(each)))
    return title;
  return meanings.find(([pattern]) => pattern.test(plain))?.[1];
}

const anyError: Meaning = { ...message, values: (subject) => [...message.values(subject), true] };

/** Whether a property holds what an error says to people. */
export function isMessage(name: string): boolean {
  return meanings[0]?.[0].test(plainName(name)) ?? false;
}

/** Whether a property is one that errors have, and records hardly: a message, a code, what went wrong. */
export function tellsError(name: string): boolean {
  const words =
    /^((error|err|reason|status|sub)?code|codigo(erro|error)?|err|error.*|erros?|errores|fault|falha|fallo|failure)$/;
  return isMessage(name) || words.test(plainName(name));
}

/** A name in lower case, without punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
