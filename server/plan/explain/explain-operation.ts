import type { Texts } from '../../answers/texts.ts';
import type { OperationPlan, Role } from '../plan-types.ts';
import { arrows, factOf } from './explain-store.ts';
import type { Explained, OperationExplanation } from './explanation.ts';
import { hintsOf } from './hints.ts';

const roles: Record<Role, Texts> = {
  list: { en: 'lists records', pt: 'lista registros' },
  create: { en: 'creates a record', pt: 'cria um registro' },
  read: { en: 'reads a record', pt: 'lê um registro' },
  replace: { en: 'replaces a record', pt: 'substitui um registro' },
  change: { en: 'changes a record', pt: 'altera um registro' },
  delete: { en: 'removes a record', pt: 'remove um registro' },
  'read-singleton': { en: 'reads the only record', pt: 'lê o registro único' },
  'write-singleton': { en: 'writes the only record', pt: 'grava o registro único' },
  act: { en: 'does something with a record', pt: 'faz algo com um registro' },
  represent: { en: 'shows a record in another form', pt: 'mostra um registro de outra forma' },
  gone: { en: 'is gone for good (410)', pt: 'foi retirada de vez (410)' },
  stateless: { en: 'answers an example and keeps nothing', pt: 'responde um exemplo e não guarda nada' },
};

const ownHandler: Texts = { en: 'does what its handler says', pt: 'faz o que diz o handler dela' };

/** Tells what one operation was taken for, and why; and what only a profile can say of it. */
export function explainOperation(api: Explained, plan: OperationPlan): OperationExplanation {
  const { operation, resource, parents, idParameter, list, pager, linksPages, filters, success, version } = plan;
  const isHandled = api.profile.handlers?.[operation.id] !== undefined;
  const above = parents.map(({ parameter, store }) => `{${parameter}} ${store ?? '?'}`).join(', ');
  const place = list?.key && [list.within, list.key].filter(Boolean).join('.');
  const facts: [Texts, Texts | string | undefined][] = [
    [{ en: 'role', pt: 'papel' }, roleOf(plan)],
    [{ en: 'handler', pt: 'handler' }, isHandled ? ownHandler : undefined],
    [{ en: 'store', pt: 'coleção' }, resource?.store],
    [{ en: 'below', pt: 'abaixo de' }, resource && above],
    [
      { en: 'id key', pt: 'chave' },
      resource && {
        en: `${resource.idKey ?? 'the path alone'} (${resource.idType})${idParameter ? `, from {${idParameter}}` : ''}`,
        pt: `${resource.idKey ?? 'só o endereço'} (${resource.idType})${idParameter ? `, de {${idParameter}}` : ''}`,
      },
    ],
    [
      { en: 'list', pt: 'lista' },
      list &&
        (place ? { en: `in "${place}"`, pt: `em "${place}"` } : { en: 'the answer itself', pt: 'a própria resposta' }),
    ],
    [{ en: 'pages', pt: 'páginas' }, list && (pager ? pagesOf(pager.name, linksPages) : wholeList)],
    [{ en: 'filters', pt: 'filtros' }, arrows(filters)],
    [
      { en: 'answers', pt: 'responde' },
      {
        en: [success.status, success.mediaType, success.recordKey && `record in "${success.recordKey}"`]
          .filter(Boolean)
          .join(' '),
        pt: [success.status, success.mediaType, success.recordKey && `registro em "${success.recordKey}"`]
          .filter(Boolean)
          .join(' '),
      },
    ],
    [{ en: 'version', pt: 'versão' }, version],
  ];
  return {
    id: operation.id,
    slug: operation.slug,
    method: operation.method.toUpperCase(),
    path: operation.path,
    facts: facts.flatMap(([name, text]) => factOf(name, text)),
    why: plan.why,
    hints: isHandled ? [] : hintsOf(api, plan),
  };
}

function pagesOf({ en, pt }: Texts, linksPages = false): Texts {
  return linksPages ? { en: `${en}, and a Link header`, pt: `${pt}, e um cabeçalho Link` } : { en, pt };
}

const wholeList: Texts = { en: 'none: the whole list, 1,000 at most', pt: 'nenhuma: a lista inteira, no máximo 1.000' };

function roleOf({ role, putCreates }: OperationPlan): Texts {
  const { en, pt } = roles[role];
  return putCreates
    ? { en: `${en}, or creates it with the caller's id`, pt: `${pt}, ou o cria com o id de quem chama` }
    : { en, pt };
}
