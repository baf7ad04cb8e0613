/** The reason for declining, right under the decision: numbered codes and the text that whoever corrects the order will read. */
import { Button, Radio, Textarea } from '@mantine/core';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useCall } from '../calls.ts';
import { useDraft } from '../tasks/drafts.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t, word } from '../words/words.ts';
import classes from './DecisionBar.module.css';

type Draft = { readonly reason: string; readonly text: string };

const NOTHING: Draft = { reason: '', text: '' };

type Props = {
  readonly orderId: string;
  readonly number: string;
  readonly pending: boolean;
  /** Answers whether it was declined; what was typed is kept until then. */
  readonly onDecline: (reasonCode: string, text: string) => Promise<boolean>;
  readonly onCancel: () => void;
};

export function DeclineForm({ orderId, number, pending, onDecline, onCancel }: Props) {
  const [draft, keep, drop] = useDraft<Draft>(`decline.${orderId}`, NOTHING);
  const [tried, setTried] = useState(false);
  const codes = useCall('codes.get', {});
  const text = useRef<HTMLTextAreaElement>(null);
  const reasons = codes.value?.rejectionReasons ?? [];
  const title = t('approvals.decline.title', { number });

  async function send(): Promise<void> {
    setTried(true);
    if (draft.reason === '' || draft.text.trim() === '') return;
    if (await onDecline(draft.reason, draft.text.trim())) drop();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.target !== text.current && /^[1-9]$/.test(event.key)) {
      const reason = reasons[Number(event.key) - 1];
      if (!reason) return;
      event.preventDefault();
      keep({ ...draft, reason });
      text.current?.focus();
    }
  }

  return (
    <form
      className={classes.decline}
      aria-label={title}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Radio.Group
        label={title}
        description={t('approvals.decline.reasonKeys')}
        value={draft.reason}
        onChange={reason => keep({ ...draft, reason })}
        error={tried && draft.reason === '' && t('approvals.decline.reasonMissing')}
        required
      >
        <div className={classes.reasons}>
          {reasons.map((reason, index) => (
            <Radio
              key={reason}
              size="xs"
              value={reason}
              autoFocus={index === 0}
              label={
                <>
                  <KeyHint keys={String(index + 1)} /> {word('codes.rejectionReason', reason)}
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        ref={text}
        label={t('approvals.decline.text')}
        description={t('approvals.decline.textHint')}
        value={draft.text}
        onChange={event => keep({ ...draft, text: event.currentTarget.value })}
        error={tried && draft.text.trim() === '' && t('approvals.decline.textMissing')}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
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
          {t('approvals.decline.send')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('approvals.decline.cancel')}
        </Button>
      </div>
    </form>
  );
}
