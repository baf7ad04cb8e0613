/** The reason for declining an order: numbered codes and the text that whoever corrects it will read. */
import { Radio } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useHold } from '../actions/typeAhead.ts';
import { useCall } from '../calls.ts';
import { useDraft } from '../tasks/drafts.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t, word } from '../words/words.ts';
import { ReasonForm } from './ReasonForm.tsx';
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
  // The first reason takes the focus when it is there.
  useHold(codes.loading ? 'answer' : null);
  const text = useRef<HTMLTextAreaElement>(null);
  const reasons = codes.value?.rejectionReasons ?? [];
  const title = t('approvals.decline.title', { number });

  async function send(): Promise<void> {
    setTried(true);
    if (draft.reason !== '' && draft.text.trim() === '') text.current?.focus();
    if (draft.reason === '' || draft.text.trim() === '') return;
    if (await onDecline(draft.reason, draft.text.trim())) drop();
  }

  /** Outside the text a figure is the number of a reason. */
  function chooseByNumber(event: KeyboardEvent): void {
    const reason = event.target !== text.current && /^[1-9]$/.test(event.key) && reasons[Number(event.key) - 1];
    if (!reason) return;
    event.preventDefault();
    keep({ ...draft, reason });
    text.current?.focus();
  }

  return (
    <div className={classes.decline}>
      <ReasonForm
        words={{
          title,
          text: t('approvals.decline.text'),
          textHint: t('approvals.decline.textHint'),
          send: t('approvals.decline.send'),
          cancel: t('approvals.decline.cancel'),
        }}
        text={draft.text}
        onText={next => keep({ ...draft, text: next })}
        error={tried && draft.text.trim() === '' && t('approvals.decline.textMissing')}
        pending={pending}
        onSend={() => void send()}
        onCancel={onCancel}
        onOtherKey={chooseByNumber}
        textRef={text}
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
      </ReasonForm>
    </div>
  );
}
