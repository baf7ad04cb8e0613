/** Raises fallout on a task in one dialog: type, priority, team, person, what happened, due date (features F1). */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useCall, useCommand } from '../calls.ts';
import { useSession } from '../people.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t, word } from '../words/words.ts';
import { emptyRaise, priorities, raiseInput, raiseProblems, type RaiseForm } from './raiseForm.ts';
import { useDraft } from './drafts.ts';
import classes from '../ui/Dialog.module.css';

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
  const session = useSession();
  const codes = useCall('codes.get', {}).value;
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

  const people = session?.people.map(person => ({ value: person.id, label: person.name })) ?? [];
  const teams = session?.teams.map(team => ({ value: team.id, label: team.name })) ?? [];
  return (
    <Dialog title={t('tasks.raise.title', { number })} size="lg" onClose={onClose}>
      <DialogForm
        about={t('tasks.raise.about', { title })}
        submit={t('tasks.raise.do')}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <div className={classes.pair}>
          <Select
            ref={typeField}
            label={t('tasks.raise.type')}
            data={codes?.falloutTypes.map(value => ({ value, label: word('codes.falloutType', value) })) ?? []}
            value={form.type}
            onChange={type => change({ type })}
            error={problems.type}
            withAsterisk
            required
            searchable
            size="sm"
            data-autofocus
          />
          <Select
            label={t('tasks.raise.priority')}
            data={priorities.map(value => ({ value, label: word('states.priority', value) }))}
            value={form.priority}
            onChange={value => change({ priority: value ?? 'moderate' })}
            allowDeselect={false}
            size="sm"
          />
        </div>
        <Textarea
          ref={textField}
          label={t('tasks.raise.text')}
          description={t('tasks.raise.textHint')}
          value={form.text}
          onChange={event => change({ text: event.currentTarget.value })}
          error={problems.text}
          withAsterisk
          required
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          size="sm"
        />
        <div className={classes.pair}>
          <Select
            label={t('tasks.raise.group')}
            data={teams}
            value={form.group}
            onChange={group => change({ group })}
            placeholder={t('tasks.raise.nobody')}
            searchable
            clearable
            size="sm"
          />
          <Select
            label={t('tasks.raise.owner')}
            data={people}
            value={form.owner}
            onChange={owner => change({ owner })}
            placeholder={t('tasks.raise.nobody')}
            searchable
            clearable
            size="sm"
          />
          <TextInput
            label={t('tasks.raise.due')}
            type="datetime-local"
            value={form.due}
            onChange={event => change({ due: event.currentTarget.value })}
            size="sm"
          />
        </div>
      </DialogForm>
    </Dialog>
  );
}
