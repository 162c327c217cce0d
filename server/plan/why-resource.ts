import type { Texts } from '../answers/texts.ts';

/** Where the schema of a record was found, in order of preference. */
export type SchemaSource = 'item' | 'list' | 'creation' | 'update' | 'request';

export const schemaSources: Record<SchemaSource, Texts> = {
  item: { en: "the record's schema comes from the item", pt: 'o esquema do registro vem do item' },
  list: { en: "the record's schema comes from the list", pt: 'o esquema do registro vem da lista' },
  creation: {
    en: "the record's schema comes from the response of POST",
    pt: 'o esquema do registro vem da resposta do POST',
  },
  update: {
    en: "the record's schema comes from the response of an update",
    pt: 'o esquema do registro vem da resposta de uma alteração',
  },
  request: {
    en: "the record's schema comes from the request body",
    pt: 'o esquema do registro vem do corpo da requisição',
  },
};

export const isItemOf = (item: string, collection: string): Texts => ({
  en: `${item} is an item of ${collection}`,
  pt: `${item} é um item de ${collection}`,
});

export const isBareList = (collection: string): Texts => ({
  en: `${collection} is a list without item paths`,
  pt: `${collection} é uma lista sem caminho de item`,
});

export const sharesStore = (store: string): Texts => ({
  en: `it shares the store "${store}", because the schema is the same`,
  pt: `compartilha a coleção "${store}" com outros caminhos, porque o esquema é o mesmo`,
});

export const isOlderView = (store: string): Texts => ({
  en: `it shows the store "${store}" in an older version`,
  pt: `mostra a coleção "${store}" em uma versão anterior`,
});
