// biome-ignore-all lint/performance/noBarrelFile: this is the one public entry; no file of the server imports it.
// What profiles are made of, by its public name: `import { defineProfile, pageNumber } from 'cais/dialect'`. Providers rely on these
// names: add some, but take none away without a new major version.
export type { Answer } from '../answers/answer.ts';
export { bodyIssue, type Issue } from '../answers/issue.ts';
export { invalidFields, Refusal } from '../answers/refusal.ts';
export { type AccessRule, administratorsOnly } from '../dialect/access.ts';
export type { Actions } from '../dialect/actions.ts';
export { type Caching, entityTags } from '../dialect/caching/caching.ts';
export { codigoMensagem } from '../dialect/errors/codigo-mensagem.ts';
export type { ErrorFacts, ErrorFormat } from '../dialect/errors/error-format.ts';
export { errorList } from '../dialect/errors/error-list.ts';
export { notificationError } from '../dialect/errors/notifications.ts';
export { problemDetails } from '../dialect/errors/problem-details.ts';
export {
  camelCaseEvent,
  type DataFacts,
  type EventData,
  type EventFormat,
  type EventRules,
  plainEvent,
  wrappedEvent,
} from '../dialect/events.ts';
export { type FieldSelection, fieldSelection } from '../dialect/fields/field-selection.ts';
export { both, type Comparison, type Condition, everything, type Filters } from '../dialect/filters/condition.ts';
export { fieldFilters } from '../dialect/filters/field-filters.ts';
export { flagFilters } from '../dialect/filters/flag-filters.ts';
export { form } from '../dialect/formats/form.ts';
export type { Format } from '../dialect/formats/format.ts';
export { wrapText } from '../dialect/formats/pdf-text.ts';
export { readXml } from '../dialect/formats/read-xml.ts';
export { PdfWriter, paper, type TextOptions } from '../dialect/formats/write-pdf.ts';
export { xml } from '../dialect/formats/xml.ts';
export type { OperationCall, OperationHandler } from '../dialect/handlers/operation-handler.ts';
export { type Idempotency, idempotencyKey } from '../dialect/idempotency.ts';
export { lastChange } from '../dialect/last-change.ts';
export { type Lifecycle, magicPrefix, seconds } from '../dialect/lifecycle.ts';
export { fixedWindow } from '../dialect/limits/fixed-window.ts';
export { gradualThrottling } from '../dialect/limits/gradual-throttling.ts';
export { leakyBucket } from '../dialect/limits/leaky-bucket.ts';
export type { Limiter } from '../dialect/limits/limiter.ts';
export { halLinks } from '../dialect/links/hal-links.ts';
export { linkList } from '../dialect/links/link-list.ts';
export type { LinkStyle } from '../dialect/links/link-style.ts';
export { cursorPager } from '../dialect/pagination/cursor.ts';
export { eitherPager } from '../dialect/pagination/either.ts';
export { halPage } from '../dialect/pagination/hal-page.ts';
export { offsetLimit } from '../dialect/pagination/offset.ts';
export type { PageBody } from '../dialect/pagination/page-body.ts';
export { pageNumber } from '../dialect/pagination/page-number.ts';
export {
  integerOf,
  type PageFacts,
  type PageRequest,
  type Pager,
  pageOf,
  totalPagesOf,
} from '../dialect/pagination/pager.ts';
export { type Derive, defineProfile, type Find, type Profile, type ResourceRules } from '../dialect/profile.ts';
export type { RecordBody } from '../dialect/record-body.ts';
export { searchLanguage } from '../dialect/search/search-language.ts';
export { directionSort } from '../dialect/sort/direction-sort.ts';
export type { Order, Sort } from '../dialect/sort/order.ts';
export { signedSort } from '../dialect/sort/signed-sort.ts';
export { plainTime, type TimeFormat, universalTime, zonedTime } from '../dialect/times.ts';
export { type OlderShape, type OlderVersion, pathVersions, type Versions } from '../dialect/versions/versions.ts';
