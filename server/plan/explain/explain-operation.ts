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
  'read-singleton': { en: 'reads the single record', pt: 'lê o registro único' },
  'write-singleton': { en: 'writes the single record', pt: 'grava o registro único' },
  act: { en: 'performs an action on a record', pt: 'executa uma ação sobre um registro' },
  represent: { en: 'returns a record in another format', pt: 'retorna um registro em outro formato' },
  gone: { en: 'was removed for good (410)', pt: 'foi desativada de vez (410)' },
  stateless: { en: 'returns an example and stores nothing', pt: 'retorna um exemplo e não salva nada' },
};

const ownHandler: Texts = { en: 'runs its handler', pt: 'executa o handler dela' };

/** Explains how an operation is interpreted and why, with hints on what a profile could add. */
export function explainOperation(api: Explained, plan: OperationPlan): OperationExplanation {
  const { operation, resource, parents, idParameter, list, pager, linksPages, filters, success, version } = plan;
  const isHandled = api.profile.handlers?.[operation.id] !== undefined;
  const above = parents.map(({ parameter, store }) => `{${parameter}} ${store ?? '?'}`).join(', ');
  const place = list?.key && [list.within, list.key].filter(Boolean).join('.');
  const facts: [Texts, Texts | string | undefined][] = [
    [{ en: 'role', pt: 'papel' }, roleOf(plan)],
    [{ en: 'handler', pt: 'handler' }, isHandled ? ownHandler : undefined],
    [{ en: 'store', pt: 'coleção' }, resource?.store],
    [{ en: 'below', pt: 'dentro de' }, resource && above],
    [
      { en: 'id key', pt: 'campo do id' },
      resource && {
        en: `${resource.idKey ?? 'the path alone'} (${resource.idType})${idParameter ? `, from {${idParameter}}` : ''}`,
        pt: `${resource.idKey ?? 'só o caminho'} (${resource.idType})${idParameter ? `, de {${idParameter}}` : ''}`,
      },
    ],
    [
      { en: 'list', pt: 'lista' },
      list &&
        (place
          ? { en: `in "${place}"`, pt: `em "${place}"` }
          : { en: 'the response itself', pt: 'a própria resposta' }),
    ],
    [{ en: 'pages', pt: 'páginas' }, list && (pager ? pagesOf(pager.name, linksPages) : notPaged)],
    [{ en: 'filters', pt: 'filtros' }, arrows(filters)],
    [
      { en: 'response', pt: 'resposta' },
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

const notPaged: Texts = { en: 'none: the full list, at most 1,000', pt: 'nenhuma: a lista completa, no máximo 1.000' };

function roleOf({ role, putCreates }: OperationPlan): Texts {
  const { en, pt } = roles[role];
  return putCreates
    ? { en: `${en}, or creates it with the caller's id`, pt: `${pt}, ou o cria com o id de quem chama` }
    : { en, pt };
}
