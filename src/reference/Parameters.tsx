import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import { Section } from '../ui/Section.tsx';
import { Field, Fields } from './Field.tsx';
import { placeOfParameter } from './part-places.ts';
import styles from './SchemaTree.module.css';
import { SchemaTree } from './SchemaTree.tsx';
import { hasParts } from './schema-parts.ts';
import { sectionTitle } from './section-titles.ts';

/** The parameters of an operation, grouped by location. */
export function Parameters({ operation }: { operation: OperationData }) {
  return (['path', 'query', 'header', 'cookie'] as const).map((place) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return null;
    return (
      <Section key={place} id={place} title={sectionTitle(place)}>
        <Fields>
          {parameters.map((parameter) => (
            <Parameter key={parameter.name} parameter={parameter} schemas={operation.schemas} />
          ))}
        </Fields>
      </Section>
    );
  });
}

function Parameter({ parameter, schemas }: { parameter: ParameterData; schemas: OperationData['schemas'] }) {
  const { name, schema, required, deprecated, description, example, examples } = parameter;
  const id = placeOfParameter(parameter);
  return (
    <Field
      id={id}
      name={name}
      schema={schema}
      schemas={schemas}
      required={required}
      deprecated={deprecated}
      description={description}
      example={example}
      {...(examples && { examples })}
    >
      {hasParts(schema, schemas, 'request') && (
        <div className={styles.nested}>
          <SchemaTree schema={schema} schemas={schemas} id={id} direction="request" />
        </div>
      )}
    </Field>
  );
}
