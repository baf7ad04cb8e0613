/** Raises fallout on a task in one dialog: type, priority, team, person, what happened, due date (features F1). */
import { useRef, useState } from 'react';
import { useCommand } from '../calls.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { emptyRaise, raiseInput, raiseProblems, type RaiseForm } from './raiseForm.ts';
import { useDraft } from './drafts.ts';
import { RaiseFields } from './RaiseFields.tsx';

type Props = {
  readonly about: {
    readonly orderId: string;
    readonly task: number;
    readonly number: string;
    readonly title: string;
    readonly group: string | null;
    readonly version?: number;
  };
  readonly onClose: () => void;
  readonly onRaised?: () => void;
};

export function RaiseFallout({ about, onClose, onRaised }: Props) {
  const { orderId, task, number, title, version } = about;
  const { run, pending } = useCommand('fallout.raise');
  const [form, keep, drop] = useDraft<RaiseForm>(`raise/${orderId}/${task}`, emptyRaise);
  const [tried, setTried] = useState(false);
  const typeField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const problems = tried ? raiseProblems(form) : {};
  const change = (part: Partial<RaiseForm>): void => keep({ ...form, ...part });

  async function send(): Promise<void> {
    setTried(true);
    const found = raiseProblems(form);
    if (found.type) typeField.current?.focus();
    else if (found.text) textField.current?.focus();
    if (found.type ?? found.text) return;
    const reply = await run({
      orderId,
      task,
      ...raiseInput(form),
      ...(version !== undefined && { seen: version }),
    });
    if (!reply.ok) return;
    drop();
    onRaised?.();
    onClose();
  }

  return (
    <Dialog title={t('tasks.raise.title', { number })} size="lg" onClose={onClose}>
      <DialogForm
        about={t('tasks.raise.about', { title })}
        submit={t('tasks.raise.do')}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <RaiseFields form={form} onChange={change} problems={problems} typeRef={typeField} textRef={textField} />
      </DialogForm>
    </Dialog>
  );
}
