import type { Texts } from '../../answers/texts.ts';
import type { OperationPlan } from '../plan-types.ts';
import type { Explained } from './explanation.ts';

/** What the document leaves open of an operation, and which word of a profile would settle it. */
export function hintsOf({ profile }: Pick<Explained, 'profile'>, plan: OperationPlan): Texts[] {
  const { operation, role, resource, list, pager } = plan;
  const hints: Texts[] = [];
  if (role === 'stateless') hints.push(sayWhatItDoes(operation.id));
  if (role === 'act' && resource && !profile.resources?.[resource.store]?.actions) hints.push(sayWhatChanges);
  if (list && !pager) hints.push(declarePages);
  if (resource && !resource.idKey && plan.idParameter) hints.push(nameTheId(plan.idParameter));
  if (resource?.toldAt?.size === 0) hints.push(anyIdIsThere);
  const ignored = role === 'gone' || role === 'stateless' ? [] : ignoredParameters(profile, plan);
  if (ignored.length > 0) hints.push(nothingReads(ignored));
  return hints;
}

/** Query parameters that the document declares and nothing here understands. */
function ignoredParameters(
  profile: Explained['profile'],
  { operation, list, pager, filters }: OperationPlan,
): string[] {
  // A profile's filters take every name that means nothing else.
  if (list && profile.filters) return [];
  const read = new Set([
    ...(profile.fields?.parameters ?? []),
    ...(list ? [...(pager?.parameters ?? []), ...Object.keys(filters), ...(profile.sort?.parameters ?? [])] : []),
    ...(list && profile.lastChange ? [profile.lastChange.parameter] : []),
  ]);
  return operation.parameters.flatMap(({ in: place, name }) => (place === 'query' && !read.has(name) ? [name] : []));
}

const sayWhatItDoes = (id: string): Texts => ({
  en: `Say in \`handlers.${id}\` what it does, if its answers are to depend on what was sent before.`,
  pt: `Diga em \`handlers.${id}\` o que ela faz, se as respostas devem depender do que já foi enviado.`,
});

const sayWhatChanges: Texts = {
  en: 'What was sent under names of the record changes it, and nothing else does. `actions` or a handler say more.',
  pt: 'O que se envia com nomes do registro o altera, e nada mais. `actions` ou um handler dizem mais.',
};

const declarePages: Texts = {
  en: 'No parameter asks for a page. Declare those of your API; `pagination` says what they mean where their names do not.',
  pt: 'Nenhum parâmetro pede uma página. Declare os da sua API; `pagination` diz o que significam, se os nomes não dizem.',
};

const nameTheId = (parameter: string): Texts => ({
  en: `No property of the record holds {${parameter}}. If one does, give the parameter its name in the document.`,
  pt: `Nenhuma propriedade do registro guarda {${parameter}}. Se alguma guarda, dê ao parâmetro o nome dela no documento.`,
});

const anyIdIsThere: Texts = {
  en: 'No operation tells which ids there are, so any id names a record, made of the example. `seed.yaml` gives some of your own.',
  pt: 'Nenhuma operação diz que ids existem: por isso qualquer id leva a um registro, feito do exemplo. `seed.yaml` traz os seus.',
};

const nothingReads = (names: string[]): Texts => ({
  en: `Nothing reads these parameters: ${names.join(', ')}. \`filters\`, \`sort\`, \`fields\` or a handler give them a meaning.`,
  pt: `Nada lê estes parâmetros: ${names.join(', ')}. \`filters\`, \`sort\`, \`fields\` ou um handler lhes dão sentido.`,
});
