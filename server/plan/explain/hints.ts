import type { Texts } from '../../answers/texts.ts';
import type { OperationPlan } from '../plan-types.ts';
import type { Explained } from './explanation.ts';

/** What the document leaves open about an operation, and which profile property would settle it. */
export function hintsOf({ profile }: Pick<Explained, 'profile'>, plan: OperationPlan): Texts[] {
  const { operation, role, resource, list, pager } = plan;
  const hints: Texts[] = [];
  if (role === 'stateless') hints.push(writeHandler(operation.id));
  if (role === 'act' && resource && !profile.resources?.[resource.store]?.actions) hints.push(describeChanges);
  if (list && !pager) hints.push(declarePages);
  if (resource && !resource.idKey && plan.idParameter) hints.push(nameTheId(plan.idParameter));
  if (resource?.discoverableAt?.size === 0) hints.push(anyIdExists);
  const ignored = role === 'gone' || role === 'stateless' ? [] : ignoredParameters(profile, plan);
  if (ignored.length > 0) hints.push(parametersIgnored(ignored));
  return hints;
}

/** Query parameters that the document declares but the sandbox ignores. */
function ignoredParameters(
  profile: Explained['profile'],
  { operation, list, pager, filters }: OperationPlan,
): string[] {
  // A profile's filters handle every other name.
  if (list && profile.filters) return [];
  const read = new Set([
    ...(profile.fields?.parameters ?? []),
    ...(list ? [...(pager?.parameters ?? []), ...Object.keys(filters), ...(profile.sort?.parameters ?? [])] : []),
    ...(list && profile.lastChange ? [profile.lastChange.parameter] : []),
  ]);
  return operation.parameters.flatMap(({ in: place, name }) => (place === 'query' && !read.has(name) ? [name] : []));
}

const writeHandler = (id: string): Texts => ({
  en: `If its responses should depend on earlier requests, write a handler in \`handlers.${id}\`.`,
  pt: `Se as respostas devem depender de requisições anteriores, escreva um handler em \`handlers.${id}\`.`,
});

const describeChanges: Texts = {
  en: 'It only sets the record’s properties that the body names. Use `actions` or a handler for more.',
  pt: 'Ela só altera as propriedades do registro que o corpo traz. Para mais, use `actions` ou um handler.',
};

const declarePages: Texts = {
  en: 'No parameter asks for a page. Declare those of your API; if their names do not show what they mean, use `pagination`.',
  pt: 'Nenhum parâmetro pede uma página. Declare os da sua API; se os nomes não deixam claro o que significam, use `pagination`.',
};

const nameTheId = (parameter: string): Texts => ({
  en: `No property of the record was matched to {${parameter}}. If one contains it, give the parameter that name in the document.`,
  pt: `Nenhuma propriedade do registro corresponde a {${parameter}}. Se alguma o contém, dê ao parâmetro o nome dela no documento.`,
});

const anyIdExists: Texts = {
  en: 'No operation shows which ids exist, so any id returns a record made from the example. Add your own records in `seed.yaml`.',
  pt: 'Nenhuma operação mostra que ids existem; por isso qualquer id retorna um registro feito do exemplo. Inclua os seus em `seed.yaml`.',
};

const parametersIgnored = (names: string[]): Texts => ({
  en: `These parameters are ignored: ${names.join(', ')}. Use \`filters\`, \`sort\`, \`fields\` or a handler to give them a meaning.`,
  pt: `Estes parâmetros são ignorados: ${names.join(', ')}. Use \`filters\`, \`sort\`, \`fields\` ou um handler para dar sentido a eles.`,
});
