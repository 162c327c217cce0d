import { type ComponentProps, type KeyboardEvent, useId, useMemo, useRef } from 'react';
import styles from './CodeEditor.module.css';
import { CompletionList } from './CompletionList.tsx';
import type { Completion } from './completions.ts';
import { cutText, type Mark } from './editor-pieces.ts';
import type { CaretPlace } from './json-text.ts';
import { useCompletions } from './use-completions.ts';

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  value: string;
  language: string;
  marks: Mark[];
  /** What may stand at a caret; without it nothing is proposed. */
  complete: ((place: CaretPlace) => Completion[]) | undefined;
  onChange: (value: string) => void;
}

/**
 * A plain text area with the same text behind it in colours, where marks are drawn: no more is needed, and all that browsers and
 * screen readers do with text areas stays.
 */
export function CodeEditor({ value, language, marks, complete, onChange, ...area }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const list = useCompletions(text, value, complete, onChange);
  const { caret } = list;
  const pieces = useMemo(() => cutText(value, language, marks, caret), [value, language, marks, caret]);

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (event.ctrlKey && event.key === ' ') list.open();
    else if (isCommand || !list.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.editor} data-editor data-invalid={area['aria-invalid'] || undefined}>
      <pre aria-hidden="true" className={styles.behind}>
        {pieces.map(({ text: piece, start, kind, mark }) => (
          <span
            key={start}
            className={kind && styles[kind]}
            {...(mark && { 'data-pointer': mark.pointer, 'data-start': mark.start, 'data-end': mark.end })}
            {...(start === caret && { 'data-caret': true })}
          >
            {piece}
          </span>
        ))}
        {'\n'}
      </pre>
      <textarea
        {...area}
        ref={text}
        className={styles.text}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-autocomplete={complete && 'list'}
        aria-controls={list.isOpen ? listId : undefined}
        aria-activedescendant={list.isOpen ? `${listId}-${list.at}` : undefined}
        onChange={({ target }) => {
          onChange(target.value);
          list.type(target.value, target.selectionStart);
        }}
        onKeyDown={press}
        onBlur={list.close}
        onClick={list.close}
      />
      {list.isOpen && <CompletionList id={listId} items={list.items} at={list.at} onChoose={list.choose} />}
    </div>
  );
}
