/** Why a change is declined, right under the decision; whoever asked for it reads it. */
import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useDraft } from '../tasks/drafts.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import classes from './Changes.module.css';

type Props = {
  readonly orderId: string;
  readonly number: number;
  readonly pending: boolean;
  /** Answers whether it was declined; what was typed is kept until then. */
  readonly onDecline: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
};

export function DeclineChange({ orderId, number, pending, onDecline, onCancel }: Props) {
  const [text, keep, drop] = useDraft<string>(`declineRevision.${orderId}.${number}`, '');
  const [tried, setTried] = useState(false);

  async function send(): Promise<void> {
    setTried(true);
    if (text.trim() !== '' && (await onDecline(text.trim()))) drop();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <form
      className={classes.decline}
      aria-label={t('revision.decline.label', { number })}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={t('revision.decline.text')}
        description={t('revision.decline.textHint')}
        value={text}
        onChange={event => keep(event.currentTarget.value)}
        error={tried && text.trim() === '' && t('revision.decline.missing')}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
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
          {t('revision.decline.send')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('revision.decline.cancel')}
        </Button>
      </div>
    </form>
  );
}
