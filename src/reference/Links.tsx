import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { LinkData } from '../documents/operation-aside.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './Links.module.css';

/** What may be called next, with what of this response. */
export function Links({ api, links = [] }: { api: string; links: LinkData[] | undefined }) {
  if (links.length === 0) return null;
  return (
    <div className={styles.links}>
      <p>
        <Translate id="reference.links">A seguir</Translate>
      </p>
      <ul>
        {links.map(({ name, description, operation, target, parameters, body }) => (
          <li key={name}>
            <code translate="no">{name}</code>{' '}
            {operation ? (
              <Link to={`/reference/${api}/${operation.slug}`}>
                <DocumentText>{operation.summary}</DocumentText>
              </Link>
            ) : (
              target && <code translate="no">{target}</code>
            )}
            <Prose html={description} />
            {(parameters.length > 0 || body !== undefined) && (
              <dl translate="no">
                {parameters.map(([parameter, value]) => (
                  <Given key={parameter} name={parameter} value={value} />
                ))}
                {body !== undefined && <Given name="body" value={body} />}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Given({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  );
}
