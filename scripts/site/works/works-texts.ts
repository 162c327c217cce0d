/** The texts of the pages on how an API works; in other languages they are in `i18n/<code>/site.json`. */
export const worksTexts = {
  'works.label': 'Como esta API funciona',
  'works.title': 'Como {title} funciona',
  'works.description':
    'Chave, páginas, filtros, erros, limites e eventos de {title}, com chamadas que rodam na página.',
  'works.intro':
    'Tudo aqui vem do documento e do perfil da API, e cada resposta é do sandbox. Execute as chamadas nesta página ou no seu terminal.',
  'works.inferred':
    'Esta API não tem perfil: as regras foram inferidas do documento dela e experimentadas no sandbox. Veja [o que ele entendeu, e por quê]({plan}). Execute as chamadas nesta página ou no seu terminal.',
  'works.andOthers': 'e mais {count}',
  'works.and': ' e ',
  'works.parameter': 'Parâmetro',
  'works.meaning': 'Significado',
  'works.values': 'Valores',

  'works.authentication': 'Autenticação',
  'works.key': 'Abra um espaço de trabalho. A chave dele vai em todas as chamadas desta página:',
  'works.oneWay': 'Envie a chave {way}.',
  'works.ways': 'Envie a chave de uma destas formas:',
  'works.noSchemes':
    'O documento não pede chave. O sandbox precisa dela para saber qual é o seu espaço: envie-a em `Authorization: Bearer`.',
  'works.inHeader': 'no cabeçalho {name}',
  'works.inQuery': 'no parâmetro {name} da URL',
  'works.inCookie': 'no cookie {name}',
  'works.byBasic': 'em `Authorization: Basic`, como nome de usuário; a senha pode ser qualquer uma',
  'works.byBearer': 'em `Authorization: Bearer`',
  'works.byToken': 'em `Authorization: Bearer`, ou um token de acesso no lugar dela',
  'works.byClient': 'como id e segredo de um cliente OAuth',
  'works.roles': 'Só são aceitas chaves destes papéis: {roles}.',
  'works.administrator': 'administrador',
  'works.developer': 'desenvolvedor',
  'works.reader': 'leitor',
  'works.openOperations': 'Sem chave: {operations}.',
  'works.tokens': 'Tokens de acesso',
  'works.tokensAt':
    'Um cliente OAuth troca o segredo dele por um token em {url} (`client_credentials`). O token vale só para os escopos do cliente.',
  'works.scope': 'Escopo',
  'works.allows': 'Permite',

  'works.pages': 'Páginas',
  'works.pagedLists': 'Nestas listas: {operations}.',
  'works.notPaged': 'Sem páginas, sempre inteiras: {operations}.',
  'works.size': 'registros por página',
  'works.page': 'número da página',
  'works.offset': 'quantos registros pular',
  'works.cursor': 'onde a página começa',
  'works.sizes': 'sem ele, {byDefault}; no máximo {max}',
  'works.from': 'a partir de {first}',
  'works.startsWith': 'o da página anterior; na primeira, {first}',
  'works.startsWithout': 'o da página anterior; na primeira, nenhum',
  'works.nextInLink': 'O cabeçalho `Link` traz a URL da próxima página, em `rel="next"`. Na última, ela não vem.',
  'works.nextAddress': 'A URL da próxima página vem no corpo, em {place}. Na última, ela não vem.',
  'works.nextCursor': 'Para a próxima página, envie em {parameter} o que veio em {place}. Na última, não vem nada.',
  'works.nextByCount':
    'Para a próxima página, envie {parameter} com {value}, e assim por diante, até vir uma página vazia.',

  'works.filters': 'Filtros e ordem',
  'works.filtered': 'Os parâmetros de {operation}:',
  'works.anyField':
    'Qualquer campo do registro filtra a lista, mesmo que não esteja entre os parâmetros, como {field}:',
  'works.sorted': '{parameter} ordena a lista. Com {value}, {name} vem em ordem decrescente.',
  'works.selected': '{parameter} escolhe os campos que vêm na resposta.',
  'works.changes':
    '{parameter} traz só o que mudou depois de um momento. Guarde {property} do último registro recebido e continue por ele: nada se perde nem se repete.',

  'works.errors': 'Erros',
  'works.errorsAre': 'Os erros vêm como {mediaType}. Estes foram causados de propósito:',
  'works.noKey': 'Sem a chave',
  'works.unknownRecord': 'Um registro que não existe',
  'works.invalidBody': 'Um corpo inválido',
  'works.unknownParameter': 'Um parâmetro desconhecido',
  'works.noParameter': 'inexistente',
  'works.conflict': 'Um valor que já existe',

  'works.limits': 'Limites',
  'works.perWorkspace': 'O limite vale para o espaço de trabalho, nesta API:',
  'works.burst': '{burst} requisições de uma vez',
  'works.delayed': 'depois de {count}, as respostas ficam mais lentas',
  'works.perSecond': 'a cada segundo, mais {count}',
  'works.perMinute': 'um minuto depois, mais {count}',
  'works.refused': 'acima disso, 429, com os segundos a esperar (no máximo {wait}) em {header}',
  'works.toldInHeaders': 'Toda resposta diz quanto resta, em {headers}:',
  'works.tooMany': 'Com `Prefer: code=429`, o sandbox responde como se o limite tivesse acabado, sem gastá-lo:',

  'works.idempotency': 'Repetir sem duplicar',
  'works.idempotent':
    'Envie {header} com um valor novo em cada POST e guarde-o. Se a resposta se perder, repita a mesma requisição com o mesmo valor nas {hours} horas seguintes: ela é executada uma só vez.',
  'works.replayed': 'A repetição recebe a primeira resposta, marcada com {headers}:',

  'works.states': 'Situações',
  'works.lifecycle': '{property} começa em {initial} e muda sozinho, no relógio do espaço:',
  'works.fromState': 'De',
  'works.toState': 'Para',
  'works.after': 'Depois de',
  'works.seconds': '{count} s',
  'works.magic': 'Com {property} começando por {prefix}, o fim é {to}.',
  'works.canceled': 'DELETE cancela em {from}: o registro passa a {to}.',
  'works.actions': 'Ações, conforme a situação:',
  'works.action': 'Ação',
  'works.offeredIn': 'Vale em',
  'works.needs': 'quando {property} tem valor',
  'works.always': 'qualquer situação',
  'works.advance': 'Adiante o relógio e leia o registro de novo:',

  'works.links': 'Links',
  'works.linked':
    'Cada registro mostra em {property} o que se pode fazer com ele agora. Siga os links em vez de montar URLs.',

  'works.events': 'Eventos',
  'works.eventsAre': 'Um webhook recebe estes eventos; o sandbox também os guarda, para consulta.',
  'works.event': 'Evento',
  'works.when': 'Quando',
  'works.causedBy': 'Causado por',
  'works.created': 'o registro é criado',
  'works.changed': 'o registro muda',
  'works.deleted': 'o registro é removido',
  'works.entersState': 'entra em {state}',
  'works.byItself': 'o tempo passa',
  'works.declared': 'só descrito no documento',
  'works.latestEvent': 'Cause um evento e veja como ele chega:',

  'works.versions': 'Versões',
  'works.newest': 'A versão atual é {name}.',
  'works.older': '{name}: obsoleta desde {deprecated}; deixa de responder em {sunset}',
  'works.deprecated': 'Operações obsoletas: {operations}.',
  'works.toldDeprecated': 'As respostas de uma versão obsoleta dizem isso nos cabeçalhos:',
  'works.gone': 'Desativadas de vez: {operations}.',
};

/** The name of such a text, without `works.`. */
export type WorksTextId = keyof typeof worksTexts extends `works.${infer Id}` ? Id : never;
