/** Resolves a fallout: what becomes of the task, why it happened, what was done (features F5, F6, F7, F12). */
import { Button, Modal, Radio, Select, Textarea } from '@mantine/core';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Fallout } from '../../preload/contract/task.ts';
import { stateWord } from '../State.tsx';
import { useDraft } from '../tasks/drafts.ts';
import { useFocusReturn } from '../tasks/useFocusReturn.ts';
import { t, word } from '../words/words.ts';
import { BranchList } from './BranchList.tsx';
import { emptyResolve, resolveActions, resolveProblems, type ResolveAction, type ResolveForm } from './resolveForm.ts';
import classes from '../tasks/Dialog.module.css';
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
  useFocusReturn();
  const form: ResolveForm = { ...kept, action };
  const problems = tried ? resolveProblems(form) : {};

  async function send(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const { rootCause, resolutionCode } = form;
    const found = resolveProblems(form);
    if (found.rootCause) cause.current?.focus();
    else if (found.resolutionCode) code.current?.focus();
    else if (found.text) text.current?.focus();
    if (rootCause === null || resolutionCode === null || found.text) return;
    if (await onResolve({ action, rootCause, resolutionCode, text: form.text.trim() })) drop();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
  }

  const about = {
    task: fallout.taskNumber,
    state: fallout.restores === null ? 'none' : stateWord('task', fallout.restores),
    count: fallout.branch.length,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('fallout.resolve.title', { number: fallout.number })}
      size="lg"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('tasks.close') }}
    >
      <form className={classes.form} onSubmit={event => void send(event)} onKeyDown={onKeyDown} noValidate>
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
        <div className={classes.pair}>
          <Select
            ref={cause}
            label={t('fallout.resolve.rootCause')}
            data={rootCauses.map(value => ({ value, label: word('codes.rootCause', value) }))}
            value={form.rootCause}
            onChange={rootCause => keep({ ...form, rootCause })}
            error={problems.rootCause}
            withAsterisk
            required
            size="sm"
          />
          <Select
            ref={code}
            label={t('fallout.resolve.resolutionCode')}
            data={resolutionCodes.map(value => ({ value, label: word('codes.resolutionCode', value) }))}
            value={form.resolutionCode}
            onChange={resolutionCode => keep({ ...form, resolutionCode })}
            error={problems.resolutionCode}
            withAsterisk
            required
            size="sm"
          />
        </div>
        <Textarea
          ref={text}
          label={t(`fallout.resolve.text.${action}`)}
          value={form.text}
          onChange={event => keep({ ...form, text: event.currentTarget.value })}
          error={problems.text}
          withAsterisk
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          size="sm"
        />
        {action === 'cancelBranch' && <BranchList parts={fallout.branch} />}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('fallout.resolve.cancel')}
          </Button>
          <Button
            type="submit"
            size="sm"
            loading={pending}
            aria-keyshortcuts="Control+Enter"
            {...(action === 'cancelBranch' && { color: 'red' })}
          >
            {t(`fallout.resolve.do.${action}`, { count: fallout.branch.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
