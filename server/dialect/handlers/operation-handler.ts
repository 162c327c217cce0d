import type { Answer } from '../../answers/answer.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import type { ParameterValues } from '../../openapi/validator.ts';
import type { RecordBody } from '../record-body.ts';

/** Custom behaviour of one operation; stored next to the profile, in `specs/<slug>/handlers/`. */
export type OperationHandler = (call: OperationCall) => Promise<Answer>;

/** A valid request to an operation with a handler, and what the handler can do with it. */
export interface OperationCall {
  document: OpenApiDocument;
  /** Parameters in their declared types. */
  parameters: ParameterValues;
  /** The body, in its schema's types; undefined if none was sent. */
  body: unknown;
  /** The time on the workspace's clock. */
  now: Date;
  /** The caller's preferred media type among those of the operation. */
  mediaType: string | undefined;
  /** The API's URL, without a trailing slash. */
  baseUrl: string;
  /** Runs the sandbox's default behaviour. */
  proceed(): Promise<Answer>;
  /**
   * The record in the path; refuses (404) if it or one of its parents does not exist, and (412) if it does not offer the
   * link: the operation's own, unless another is named.
   */
  record(link?: string): Promise<RecordBody>;
  /** Changes the record in the path. Concurrent changes are serialized. */
  change(change: (record: RecordBody) => RecordBody): Promise<RecordBody>;
  /** A store of the API, in this workspace. */
  store(name: string): OperationStore;
  /** Makes a response with the operation's status and media type. */
  answer(body: unknown): Answer;
  /** The same for a record that was added to a store, with its `Location`. */
  created(store: string, record: RecordBody): Answer;
}

/** The records of a store. */
export interface OperationStore {
  find(id: string): Promise<RecordBody | undefined>;
  /** Changes a record; undefined if it does not exist. */
  change(id: string, change: (record: RecordBody) => RecordBody): Promise<RecordBody | undefined>;
  /** Performs the action of a record's link; refuses (412) if the record does not offer it now. */
  follow(id: string, link: string): Promise<RecordBody | undefined>;
  /** Adds a record with a new id, the schema's timestamps and other required properties; for a nested store, include the parents' ids. */
  add(fields: RecordBody): Promise<RecordBody>;
  /** Removes a record and everything below it; false if it does not exist. */
  remove(id: string): Promise<boolean>;
}
