/** Resolves a fallout: what becomes of the task, why it happened, what was done (features F5, F6, F7, F12). */
import { Radio } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Fallout } from '../../preload/contract/task.ts';
import { stateWord } from '../State.tsx';
import { useDraft } from '../tasks/drafts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { BranchList } from './BranchList.tsx';
import { ResolveFields } from './ResolveFields.tsx';
import { emptyResolve, resolveActions, resolveProblems, type ResolveAction, type ResolveForm } from './resolveForm.ts';
import own from './ResolveDialog.module.css';

type Props = {
  readonly fallout: Fallout;
  readonly rootCauses: readonly string[];
  readonly resolutionCodes: readonly string[];
  readonly first: ResolveAction;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onResolve: (form: {
    readonly action: ResolveAction;
    readonly rootCause: string;
    readonly resolutionCode: string;
    readonly text: string;
  }) => Promise<boolean>;
  readonly onClose: () => void;
};

export function ResolveDialog({ fallout, rootCauses, resolutionCodes, first, pending, onResolve, onClose }: Props) {
  const [kept, keep, drop] = useDraft<ResolveForm>(`resolve/${fallout.key}`, emptyResolve);
  const [action, setAction] = useState(first);
  const [tried, setTried] = useState(false);
  const cause = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const form: ResolveForm = { ...kept, action };
  const problems = tried ? resolveProblems(form) : {};

  async function send(): Promise<void> {
    setTried(true);
    const { rootCause, resolutionCode } = form;
    const found = resolveProblems(form);
    if (found.rootCause) cause.current?.focus();
    else if (found.resolutionCode) code.current?.focus();
    else if (found.text) text.current?.focus();
    if (rootCause === null || resolutionCode === null || found.text) return;
    if (await onResolve({ action, rootCause, resolutionCode, text: form.text.trim() })) drop();
  }

  const about = {
    task: fallout.taskNumber,
    state: fallout.restores === null ? 'none' : stateWord('task', fallout.restores),
    count: fallout.branch.length,
  };
  return (
    <Dialog title={t('fallout.resolve.title', { number: fallout.number })} size="lg" onClose={onClose}>
      <DialogForm
        submit={t(`fallout.resolve.do.${action}`, { count: fallout.branch.length })}
        cancel={t('fallout.resolve.cancel')}
        pending={pending}
        isGrave={action === 'cancelBranch'}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Radio.Group
          label={t('fallout.resolve.how', { task: `${fallout.taskNumber} ${fallout.taskTitle}` })}
          value={action}
          onChange={value => setAction(resolveActions.find(one => one === value) ?? action)}
        >
          <div className={own.actions}>
            {resolveActions.map(one => (
              <Radio
                key={one}
                value={one}
                size="sm"
                label={t(`fallout.resolve.${one}`)}
                description={t(`fallout.resolve.${one}.about`, about)}
                {...(one === action && { 'data-autofocus': true })}
              />
            ))}
          </div>
        </Radio.Group>
        <ResolveFields
          action={action}
          form={form}
          onChange={part => keep({ ...form, ...part })}
          problems={problems}
          rootCauses={rootCauses}
          resolutionCodes={resolutionCodes}
          refs={{ cause, code, text }}
        />
        {action === 'cancelBranch' && <BranchList parts={fallout.branch} />}
      </DialogForm>
    </Dialog>
  );
}
