import styles from './People.module.css';

/** The text of a letter, whose links to this portal can be followed. */
export function LetterText({ text }: { text: string }) {
  const own = `${window.location.origin}/`;
  return (
    <pre className={styles.hint}>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        part.startsWith(own) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a letter never change places
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
