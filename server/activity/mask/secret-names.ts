import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { resolve } from '../../openapi/resolve.ts';

/** Names that hold secrets in whatever API. */
const usual =
  /pass(word|wd|phrase|code)?$|senha|secret|segredo|token|credential|credencial|api[-_]?key|private[-_]?key|chave[-_]?(privada|secreta|api)|authorization|\b(cvv|cvc|pin|otp)\b|card[-_]?number|numero[-_]?cartao/i;

/** Names that the pattern would take for secrets, and that are needed to understand a call. */
const harmless = /^(token_type|next_page_token|page_token|next_token|continuation_?token|.*_expires_at)$/i;

/** Whether a field or parameter of an operation holds a secret: by its usual name, or because the document says so. */
export function isSecretName(document: OpenApiDocument, operation: Operation | undefined, name: string): boolean {
  if (operation && declaredSecrets(operation, document).has(name)) return true;
  return usual.test(name) && !harmless.test(name);
}

/** The properties of an operation's bodies that are `writeOnly` or passwords. */
const declaredSecrets = memoize((operation: Operation, document: OpenApiDocument): Set<string> => {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const found = '$ref' in value ? resolve<object>(document, value) : value;
    if (found !== value) {
      visit(found);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (key === 'example' || key === 'examples') continue;
      if (key === 'properties' && typeof part === 'object' && part !== null)
        for (const [name, schema] of Object.entries(part)) if (isSecret(document, schema)) names.add(name);
      visit(part);
    }
  };
  visit(operation.requestBody);
  visit(operation.responses);
  for (const parameter of operation.parameters) if (isSecret(document, parameter.schema)) names.add(parameter.name);
  return names;
});

function isSecret(document: OpenApiDocument, schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { writeOnly, format } = resolve<Schema>(document, schema as Schema);
  return writeOnly === true || format === 'password';
}
