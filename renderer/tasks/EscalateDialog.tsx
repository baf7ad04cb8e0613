/** Asks before whom a task is brought, and why; what was typed is kept until it was sent. */
import { useRef, useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';
import { EscalateFields } from './EscalateFields.tsx';
import { othersOf } from './peopleOptions.ts';

type Props = {
  readonly task: Pick<Task, 'key' | 'number' | 'title' | 'group'>;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onEscalate: (to: NonNullable<ReturnType<typeof othersOf>>, reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

const empty: { readonly whom: string | null; readonly reason: string } = { whom: null, reason: '' };

export function EscalateDialog({ task, pending, onEscalate, onClose }: Props) {
  const [form, keep, drop] = useDraft(`escalate/${task.key}`, empty);
  const [tried, setTried] = useState(false);
  const whom = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);

  async function send(): Promise<void> {
    setTried(true);
    const to = othersOf(form.whom);
    if (to === undefined) {
      whom.current?.focus();
      return;
    }
    if (form.reason.trim() === '') {
      reason.current?.focus();
      return;
    }
    if (!(await onEscalate(to, form.reason.trim()))) return;
    drop();
    onClose();
  }

  return (
    <Dialog title={t('tasks.escalate.title', { number: task.number })} onClose={onClose}>
      <DialogForm
        about={t('tasks.escalate.about', { title: task.title })}
        submit={t('tasks.escalate.do')}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <EscalateFields
          {...form}
          onChange={part => keep({ ...form, ...part })}
          team={task.group}
          tried={tried}
          refs={{ whom, reason }}
        />
      </DialogForm>
    </Dialog>
  );
}
