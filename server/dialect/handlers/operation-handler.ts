import type { Answer } from '../../answers/answer.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import type { ParameterValues } from '../../openapi/validator.ts';
import type { RecordBody } from '../record-body.ts';

/** What one API alone does in one operation; kept beside its profile, in `specs/<slug>/handlers/`. */
export type OperationHandler = (call: OperationCall) => Promise<Answer>;

/** A valid request to an operation that has a handler of its own, and what the handler may do with it. */
export interface OperationCall {
  document: OpenApiDocument;
  /** Parameters in their declared types. */
  parameters: ParameterValues;
  /** The body, as its schema has it; undefined where none was sent. */
  body: unknown;
  /** The time of the workspace's clock. */
  now: Date;
  /** The media type that the caller wants most, of those that the operation answers. */
  mediaType: string | undefined;
  /** The API's address, without a slash at its end. */
  baseUrl: string;
  /** Does what the sandbox does where there is no handler. */
  proceed(): Promise<Answer>;
  /** The record that the path names; refuses with 404 when it, or one above it, is not there. */
  record(): Promise<RecordBody>;
  /** Changes the record that the path names. Of two calls at once the second sees what the first has done. */
  change(change: (record: RecordBody) => RecordBody): Promise<RecordBody>;
  /** A store of the API, in this workspace. */
  store(name: string): OperationStore;
  /** Answers with a record or another value in the operation's own status and media type. */
  answer(body: unknown): Answer;
}

/** The records of a store. */
export interface OperationStore {
  find(id: string): Promise<RecordBody | undefined>;
  /** Changes a record; undefined when it is not there. */
  change(id: string, change: (record: RecordBody) => RecordBody): Promise<RecordBody | undefined>;
  /** Does with a record what one of its links leads to; refuses with 412 when it does not offer that link now. */
  follow(id: string, link: string): Promise<RecordBody | undefined>;
  /** Adds a record with an id of its own, the times of the store's schema and whatever else that promises; below others, give their ids too. */
  add(fields: RecordBody): Promise<RecordBody>;
  /** Removes a record and what is kept below it; false when it is not there. */
  remove(id: string): Promise<boolean>;
}
