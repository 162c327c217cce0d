import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';

export const isGoneForGood = (path: string): Texts => say('why.gone', { path });

export const isOneRecord = (path: string): Texts => say('why.one-record', { path });

export const isAction = (name: string, collection: string): Texts => say('why.action', { name, collection });

export const isRepresentation = (name: string, collection: string): Texts =>
  say('why.representation', { name, collection });

export const isViewOf = (name: string, collection: string): Texts => say('why.view', { name, collection });

export const isCalled = (verb: string, path: string): Texts => say('why.called', { verb, path });

export const namesNoRecord: Texts = say('why.names-no-record');

export const nothingRecognised: Texts = say('why.nothing-recognised');

export const noMeaningOnItem = (method: string): Texts =>
  say('why.no-meaning-on-item', { method: method.toUpperCase() });

export const putMayCreate: Texts = say('why.put-creates');

export const putOnlyChanges: Texts = say('why.put-changes');

export const givesNoList: Texts = say('why.no-list');

export const createsNoRecord = (method: string): Texts =>
  say('why.creates-no-record', { method: method.toUpperCase() });

export const hasSchemaOf = (store: string): Texts => say('why.has-schema-of', { store });

export const answersIdOf = (store: string): Texts => say('why.answers-id-of', { store });

export const joinsRecords = (property: string): Texts => say('why.joins', { property });

export const namesRecordIn = (name: string): Texts => say('why.names-record-in', { name });

export const concernsMany = (key = ''): Texts =>
  key === '' ? say('why.concerns-many') : say('why.concerns-many-in', { key });

export const emptiesList = (collection: string): Texts => say('why.empties-list', { collection });

export const countsRecords = (collection: string): Texts => say('why.counts', { collection });

export const endsRecord = (verb: string): Texts => say('why.ends-record', { verb });

export const listsSeveral = (stores: string): Texts => say('why.lists-several', { stores });

export const listsNewestFirst: Texts = say('why.newest-first');

export const keepsUnread: Texts = say('why.keeps-unread');

export const isUndescribed: Texts = say('why.undescribed');
