import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import type { Operation } from '../../openapi/operations.ts';
import { findByPointer, segmentsOfReference } from '../../openapi/resolve.ts';
import { docComment } from '../doc-comment.ts';
import { asIdentifier, capitalize, type Names } from '../names.ts';
import { differsByDirection } from './differs-by-direction.ts';
import type { AnySchema, Direction } from './type-model.ts';
import { typeOfSchema } from './type-of-schema.ts';
import { findUsedDirections, type UsedDirections } from './used-directions.ts';

const section = '#/components/schemas/';

/** The named types of a document. A type is declared once it has been named; all schemas of `components` are. */
export class SchemaTypes {
  readonly #document: OpenApiDocument;
  readonly #names: Names;
  readonly #named = new Map<string, { name: string; reference: string; direction: Direction }>();

  readonly #used: UsedDirections;

  constructor(document: OpenApiDocument, operations: Operation[], names: Names) {
    this.#document = document;
    this.#names = names;
    this.#used = findUsedDirections(document, operations);
    for (const name of Object.keys(document.components?.schemas ?? {}))
      this.nameOf(section + name.replaceAll('~', '~0').replaceAll('/', '~1'), 'response');
  }

  /** The type of a schema, as requests or responses have it. */
  typeOf(schema: AnySchema | undefined, direction: Direction): string {
    return typeOfSchema(this.#scope(direction), schema);
  }

  /** All declarations, those of `components` in the document's order. */
  declare(): string {
    const written: string[] = [];
    // To write a type may name others, which the map then goes on with.
    for (const { name, reference, direction } of this.#named.values()) {
      const schema = findByPointer(this.#document, reference) as AnySchema;
      const type = typeOfSchema({ ...this.#scope(direction), expanding: new Set([reference]) }, schema);
      const described = typeof schema === 'object' ? (schema as Schema) : undefined;
      const comment = docComment([
        described?.description ?? described?.title,
        described?.deprecated ? '@deprecated' : '',
      ]);
      const isInterface = /^\{\n[\s\S]*\n\}$/.test(type) && type.indexOf('\n}') === type.length - 2;
      written.push(`${comment}export ${isInterface ? `interface ${name} ${type}` : `type ${name} = ${type};`}\n`);
    }
    return written.join('\n');
  }

  /** The names of all types. */
  names(): string[] {
    return [...this.#named.values()].map(({ name }) => name);
  }

  nameOf(reference: string, direction: Direction): string {
    const isOne = !differsByDirection(this.#document, reference) || !this.#isUsedByBoth(reference);
    const key = isOne ? reference : `${direction} ${reference}`;
    const known = this.#named.get(key);
    if (known) return known.name;
    const own =
      isOne && !this.#used.response.has(reference) && this.#used.request.has(reference) ? 'request' : direction;
    const plain = nameOfReference(reference);
    // Of two types of one schema, that of responses has its name.
    if (!isOne && direction === 'request') this.nameOf(reference, 'response');
    const name = this.#names.take(isOne || direction === 'response' ? plain : `${plain}Input`);
    this.#named.set(key, { name, reference, direction: own });
    return name;
  }

  #isUsedByBoth(reference: string): boolean {
    return this.#used.request.has(reference) && this.#used.response.has(reference);
  }

  #scope(direction: Direction) {
    const nameOf = (reference: string, wanted: Direction) => this.nameOf(reference, wanted);
    return { document: this.#document, direction, nameOf, expanding: new Set<string>() };
  }
}

/** The last words of a reference: `Customer` of `#/components/schemas/Customer`. */
function nameOfReference(reference: string): string {
  const segments = segmentsOfReference(reference) ?? [];
  const isComponent = reference.startsWith(section);
  const own = isComponent ? segments.slice(2) : segments.slice(-3);
  const words = own
    .filter((segment) => !isComponent || segment !== 'properties')
    .map((word) => capitalize(asIdentifier(word)));
  return asIdentifier(words.join(''));
}
