import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Field, Fields, fieldName } from './Field.tsx';
import { Fold } from './Fold.tsx';
import { PartBlock } from './PartBlock.tsx';
import { placeOf } from './part-places.ts';
import type { Tree } from './plan-places.ts';
import styles from './SchemaTree.module.css';
import { besideOf, type Group, hasFields, hasParts, isFlat, type Part, partsOf } from './schema-parts.ts';
import { type Beside, type Schemas, viewSchema } from './schema-view.ts';

export interface TreeProps extends Tree {
  schemas: Schemas;
  /** Whether the value is written as XML. */
  isXml?: boolean;
}

export interface BranchProps extends TreeProps {
  depth: number;
  /** The enclosing component schemas by name, each with its HTML id; a recursive schema ends with a link to it. */
  inside: ReadonlyMap<string, string>;
  /** The component schemas whose fields stand beside these. */
  beside: Beside;
}

/** The structure of a value: its fields, its items, its variants, and what holds of it under a condition. */
export function SchemaTree(props: TreeProps) {
  return <Branch {...props} depth={0} inside={new Map()} beside={new Set()} />;
}

/** A wrapper, such as that of a list and its cursor, has so many fields at most. */
const wrapperFields = 6;

function Branch(props: BranchProps) {
  const { schemas, id, direction } = props;
  const view = viewSchema(props.schema, schemas, props.beside);
  const { name } = view;
  const place = name === undefined ? undefined : props.inside.get(name);
  if (name !== undefined && place !== undefined) return <Again name={name} place={place} />;

  const branch = { ...props, inside: name === undefined ? props.inside : new Map(props.inside).set(name, id) };
  const below = (part: Part): BranchProps => ({
    ...branch,
    schema: part.schema,
    id: placeOf(id, part),
    beside: besideOf(part, name, props.beside),
  });
  return partsOf(view, schemas, direction).map((group) =>
    group.kind === 'fields' ? (
      <Fields key="fields">
        {group.parts.map((part) => (
          <FieldPart
            key={`${part.kind} ${part.place} ${part.name}`}
            part={part}
            branch={below(part)}
            isOpen={isWrapped(part, group, branch)}
          />
        ))}
      </Fields>
    ) : (
      <Parts key={`${group.kind} ${group.parts[0]?.place}`} group={group} below={below} />
    ),
  );
}

/** Fields are folded at first, except for the one that has others where a value is little more than a wrapper for it. */
function isWrapped(part: Part, { parts }: Group, { depth, schemas, direction }: BranchProps): boolean {
  const folds = (each: Part) => hasParts(each.schema, schemas, direction) && !isFlat(each.schema, schemas, direction);
  return depth === 0 && parts.length <= wrapperFields && folds(part) && parts.filter(folds).length === 1;
}

function FieldPart({ part, branch, isOpen }: { part: Part; branch: BranchProps; isOpen: boolean }) {
  const { id, schemas, direction } = branch;
  const depth = branch.depth + 1;
  return (
    <Field
      id={id}
      kind={part.kind}
      name={part.name}
      schema={part.schema}
      schemas={schemas}
      required={part.required ?? false}
      isXml={branch.isXml ?? false}
    >
      {hasParts(part.schema, schemas, direction) && (
        <Inner name={fieldName(part.kind, part.name)} branch={branch} open={isOpen}>
          {(known) => <Branch {...branch} schemas={known} depth={depth} />}
        </Inner>
      )}
    </Field>
  );
}

/** What is inside a field: a few lines at once, else folded. */
function Inner({
  name,
  branch: { schema, schemas, direction, id },
  open,
  children,
}: {
  name: string;
  branch: BranchProps;
  open: boolean;
  children: (schemas: Schemas) => ReactNode;
}) {
  if (isFlat(schema, schemas, direction)) return <div className={styles.nested}>{children(schemas)}</div>;
  const values = { name: <code translate="no">{name}</code> };
  const summary = hasFields(schema, schemas, direction) ? (
    <Translate id="reference.fieldsOf" values={values}>
      {'Campos de {name}'}
    </Translate>
  ) : (
    <Translate id="reference.detailsOf" values={values}>
      {'Detalhes de {name}'}
    </Translate>
  );
  return (
    <Fold place={id} open={open} schemas={schemas} className={styles.nested} summary={summary}>
      {children}
    </Fold>
  );
}

/** The variants of a value, its items, or what holds of it under a condition. */
function Parts({ group: { kind, parts }, below }: { group: Group; below: (part: Part) => BranchProps }) {
  return (
    <div className={kind === 'parts' ? undefined : styles.variants}>
      {kind === 'oneOf' && (
        <p>
          <Translate id="reference.oneOf">Um destes esquemas:</Translate>
        </p>
      )}
      {kind === 'anyOf' && (
        <p>
          <Translate id="reference.anyOf">Um ou mais destes esquemas:</Translate>
        </p>
      )}
      {parts.map((part, index) => {
        const branch = below(part);
        return (
          <PartBlock
            key={branch.id + part.kind}
            part={part}
            branch={branch}
            isOpen={part.kind !== 'variant' || index === 0}
          >
            {(known) => <Branch {...branch} schemas={known} />}
          </PartBlock>
        );
      })}
    </div>
  );
}

function Again({ name, place }: { name: string; place: string }) {
  return (
    <p className={styles.again}>
      <Translate id="reference.recursive" values={{ schema: <a href={`#${place}`}>{name}</a> }}>
        {'Recursivo: repete o esquema {schema}.'}
      </Translate>
    </p>
  );
}
