import Translate, { translate } from '@docusaurus/Translate';
import { Prose } from '../ui/Prose.tsx';
import { Field, Fields } from './Field.tsx';
import { Fold } from './Fold.tsx';
import type { Tree } from './plan-places.ts';
import styles from './SchemaTree.module.css';
import {
  hasParts,
  type PropertyPart,
  partsOf,
  placeOfItem,
  placeOfProperty,
  placeOfVariant,
  type VariantPart,
} from './schema-parts.ts';
import { type Schemas, typeLabel, viewSchema } from './schema-view.ts';

interface TreeProps extends Tree {
  schemas: Schemas;
}

interface BranchProps extends TreeProps {
  depth: number;
  /** The enclosing component schemas by name, each with its HTML id; a recursive schema ends with a link to it. */
  inside: ReadonlyMap<string, string>;
}

/** Fields down to this depth are expanded at first. */
const openDepth = 1;

/** The structure of a value: the properties of an object or of a list's items, or each variant. */
export function SchemaTree(props: TreeProps) {
  return <Branch {...props} depth={0} inside={new Map()} />;
}

function Branch(props: BranchProps) {
  const { schemas, id, direction } = props;
  const { schema, name } = viewSchema(props.schema, schemas);
  const place = name === undefined ? undefined : props.inside.get(name);
  if (name !== undefined && place !== undefined) return <Again name={name} place={place} />;

  const branch = { ...props, inside: name === undefined ? props.inside : new Map(props.inside).set(name, id) };
  const { items, properties, variants } = partsOf(schema, schemas, direction);
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tuple items have no identity besides their position
        <Branch key={index} {...branch} schema={item} id={placeOfItem(id, index, items.length)} />
      ))}
      {properties.length > 0 && (
        <Fields>
          {properties.map((property) => (
            <Property key={property.name ?? '*'} branch={branch} property={property} />
          ))}
        </Fields>
      )}
      {variants.length > 0 && <Variants branch={branch} variants={variants} exclusive={schema.anyOf === undefined} />}
    </>
  );
}

function Property({ branch, property }: { branch: BranchProps; property: PropertyPart }) {
  const { schemas, direction } = branch;
  const name = property.name ?? translate({ id: 'reference.anyName', message: '(qualquer nome)' });
  const id = placeOfProperty(branch.id, property.name);
  const depth = branch.depth + 1;
  return (
    <Field id={id} name={name} schema={property.schema} schemas={schemas} required={property.required}>
      {hasParts(property.schema, schemas, direction) && (
        <Fold
          place={id}
          open={depth <= openDepth}
          schemas={schemas}
          className={styles.nested}
          summary={
            <Translate id="reference.fieldsOf" values={{ name: <code>{name}</code> }}>
              {'Campos de {name}'}
            </Translate>
          }
        >
          {(known) => <Branch {...branch} schemas={known} schema={property.schema} id={id} depth={depth} />}
        </Fold>
      )}
    </Field>
  );
}

function Variants({
  branch,
  variants,
  exclusive,
}: {
  branch: BranchProps;
  variants: VariantPart[];
  exclusive: boolean;
}) {
  return (
    <div className={styles.variants}>
      <p>
        {exclusive ? (
          <Translate id="reference.oneOf">Um destes esquemas:</Translate>
        ) : (
          <Translate id="reference.anyOf">Um ou mais destes esquemas:</Translate>
        )}
      </p>
      {variants.map(({ schema, chosenBy }, index) => {
        const id = placeOfVariant(branch.id, index);
        const { schema: shown, name } = viewSchema(schema, branch.schemas);
        return (
          <Fold
            key={id}
            id={id}
            place={id}
            open={index === 0}
            eager={index === 0}
            schemas={branch.schemas}
            className={styles.variant}
            summary={
              <>
                <b>{shown.title ?? name ?? typeLabel(schema, branch.schemas)}</b>
                {chosenBy && <code translate="no">{chosenBy}</code>}
              </>
            }
          >
            {(known) => (
              <>
                <Prose html={shown.description} className={styles.variantText} />
                <Branch {...branch} schemas={known} schema={schema} id={id} />
              </>
            )}
          </Fold>
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
