import type { Texts } from '../answers/texts.ts';

export const isGoneForGood = (path: string): Texts => ({
  en: `${path} declares 410 and no success`,
  pt: `${path} declara 410 e nenhum sucesso`,
});

export const isOneRecord = (path: string): Texts => ({
  en: `${path} is a single record, read and written at one path`,
  pt: `${path} é um registro único, lido e gravado no mesmo caminho`,
});

export const isAction = (name: string, collection: string): Texts => ({
  en: `${name} is an action on an item of ${collection}`,
  pt: `${name} é uma ação sobre um item de ${collection}`,
});

export const isRepresentation = (name: string, collection: string): Texts => ({
  en: `${name} is another representation of an item of ${collection}`,
  pt: `${name} é outra representação de um item de ${collection}`,
});

export const nothingRecognised: Texts = {
  en: 'no resource was recognised here; the response is an example of the declared schema',
  pt: 'nenhum recurso foi reconhecido aqui; a resposta é um exemplo do esquema declarado',
};

export const noMeaningOnItem = (method: string): Texts => ({
  en: `${method.toUpperCase()} on an item has no meaning that can be inferred`,
  pt: `${method.toUpperCase()} em um item não tem um significado que se possa inferir`,
});

export const putMayCreate: Texts = {
  en: 'PUT may create: the caller chooses the id',
  pt: 'PUT pode criar: quem chama escolhe o id',
};

export const givesNoList: Texts = { en: 'GET does not return a list', pt: 'GET não retorna uma lista' };

export const createsNoRecord = (method: string): Texts => ({
  en: `${method.toUpperCase()} on a collection does not create one record`,
  pt: `${method.toUpperCase()} em uma coleção não cria um registro`,
});
