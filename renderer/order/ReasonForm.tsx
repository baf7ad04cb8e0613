/** Right under a decision: the text that goes with it, sent with Ctrl+Enter and left with Escape; what was typed is kept until it was sent. */
import { Button, Textarea } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { KeyHint } from '../ui/KeyHint.tsx';
import classes from './ReasonForm.module.css';

type Words = {
  /** Names the form. */
  readonly title: string;
  readonly text: string;
  readonly textHint: string;
  readonly send: string;
  readonly cancel: string;
};

type Props = {
  readonly words: Words;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with the text, in words. */
  readonly error: string | false;
  readonly pending: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  /** Told of every key that neither sends nor leaves. */
  readonly onOtherKey?: (event: KeyboardEvent) => void;
  readonly textRef?: Ref<HTMLTextAreaElement>;
  readonly autoFocus?: boolean;
  /** Asked before the text, such as a reason from a list. */
  readonly children?: ReactNode;
};

export function ReasonForm(props: Props) {
  const { words, text, onText, error, pending, onSend, onCancel, onOtherKey, textRef, autoFocus, children } = props;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else onOtherKey?.(event);
  }

  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      data-leaves
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <Textarea
        ref={textRef ?? null}
        label={words.text}
        description={words.textHint}
        value={text}
        onChange={event => onText(event.currentTarget.value)}
        error={error}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus={autoFocus ?? false}
        required
      />
      <div className={classes.buttons}>
        <Button
          type="submit"
          color="red.9"
          loading={pending}
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyHint keys="Ctrl+Enter" />}
        >
          {words.send}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
