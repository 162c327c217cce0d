import styles from './People.module.css';

/** The text of an e-mail, with clickable links to this portal. */
export function EmailText({ text }: { text: string }) {
  const own = `${window.location.origin}/`;
  return (
    <pre className={styles.hint}>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        part.startsWith(own) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the text never change order
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
