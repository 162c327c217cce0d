import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';

/** Where the schema of a record was found, in order of preference. */
export type SchemaSource = 'item' | 'list' | 'creation' | 'update' | 'request';

export const schemaSources: Record<SchemaSource, Texts> = {
  item: say('why.schema-of-item'),
  list: say('why.schema-of-list'),
  creation: say('why.schema-of-creation'),
  update: say('why.schema-of-update'),
  request: say('why.schema-of-request'),
};

export const isItemOf = (item: string, collection: string): Texts => say('why.item', { item, collection });

export const isBareList = (collection: string): Texts => say('why.bare-list', { collection });

export const sharesStore = (store: string): Texts => say('why.shared-store', { store });

export const isOlderView = (store: string): Texts => say('why.older-view', { store });

export const isListByParameter = (path: string): Texts => say('why.list-by-parameter', { path });
