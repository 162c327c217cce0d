import Translate, { translate } from '@docusaurus/Translate';
import type { Schema } from '../documents/operation-data.ts';

interface Props {
  xml: NonNullable<Schema['xml']>;
  /** The name of the elements of a list. */
  itemName?: string | undefined;
}

/** How a value is written in XML (OpenAPI 3.1, XML Object; `nodeType` is of 3.2). */
export function XmlFact({ xml, itemName }: Props) {
  const { name, prefix, namespace, attribute, wrapped, nodeType } = xml;
  const isAttribute = attribute || nodeType === 'attribute';
  const shown = prefix ? `${prefix}:${name ?? '…'}` : name;
  const words = [
    isAttribute && translate({ id: 'reference.xmlAttribute', message: 'atributo' }),
    wrapped && translate({ id: 'reference.xmlWrapped', message: 'itens dentro de um elemento' }),
    itemName && translate({ id: 'reference.xmlItem', message: 'cada item em <{name}>' }, { name: itemName }),
    nodeType && nodeType !== 'attribute' && nodeType,
  ].filter((word) => typeof word === 'string');
  if (shown === undefined && words.length === 0 && !namespace) return null;
  return (
    <div>
      <dt>
        <Translate id="reference.xml">XML</Translate>
      </dt>
      <dd>
        {shown && <code translate="no">{isAttribute ? `${shown}="…"` : `<${shown}>`}</code>}
        {namespace && <code translate="no">{`xmlns${prefix ? `:${prefix}` : ''}="${namespace}"`}</code>}
        {words.join(', ')}
      </dd>
    </div>
  );
}
