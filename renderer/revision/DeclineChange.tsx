/** Why a change is declined; whoever asked for it reads it. */
import { useState } from 'react';
import { ReasonForm } from '../order/ReasonForm.tsx';
import { useDraft } from '../tasks/drafts.ts';
import { t } from '../words/words.ts';

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

  return (
    <ReasonForm
      words={{
        title: t('revision.decline.label', { number }),
        text: t('revision.decline.text'),
        textHint: t('revision.decline.textHint'),
        send: t('revision.decline.send'),
        cancel: t('revision.decline.cancel'),
      }}
      text={text}
      onText={keep}
      error={tried && text.trim() === '' && t('revision.decline.missing')}
      pending={pending}
      onSend={() => void send()}
      onCancel={onCancel}
      autoFocus
    />
  );
}
