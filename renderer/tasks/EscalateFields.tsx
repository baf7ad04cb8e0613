/** The fields of bringing tasks before somebody: before whom, and why. */
import { Select, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { useNames, useSession } from '../people.ts';
import { t } from '../words/words.ts';
import { othersOptions } from './peopleOptions.ts';

type Props = {
  /** A person or a team as `othersOptions` writes them. */
  readonly whom: string | null;
  readonly reason: string;
  readonly onChange: (part: { readonly whom?: string | null; readonly reason?: string }) => void;
  /** The team whose people are offered first. */
  readonly team: string | null;
  /** It was tried to send the form: what is missing is told. */
  readonly tried: boolean;
  readonly refs?: { readonly whom: Ref<HTMLInputElement>; readonly reason: Ref<HTMLTextAreaElement> };
};

export function EscalateFields({ whom, reason, onChange, team, tried, refs }: Props) {
  const session = useSession();
  const names = useNames();
  return (
    <>
      <Select
        ref={refs?.whom ?? null}
        label={t('tasks.escalate.whom')}
        placeholder={t('tasks.assign.hint')}
        data={othersOptions(session, team, names)}
        value={whom}
        onChange={chosen => onChange({ whom: chosen })}
        error={tried && whom === null && t('tasks.assign.missing')}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('tasks.assign.none')}
        maxDropdownHeight={240}
        withAsterisk
        required
        size="sm"
        data-autofocus
      />
      <Textarea
        ref={refs?.reason ?? null}
        label={t('tasks.escalate.reason')}
        description={t('tasks.escalate.reasonHint')}
        value={reason}
        onChange={event => onChange({ reason: event.currentTarget.value })}
        error={tried && reason.trim() === '' && t('tasks.escalate.reasonMissing')}
        withAsterisk
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        size="sm"
      />
    </>
  );
}
