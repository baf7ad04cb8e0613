/** The values being recorded on a task: kept as a draft until they are saved, or sent with its completion. */
import { useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { useDraft } from './drafts.ts';
import { missingFields, valuesToSend, type ValueDraft } from './taskValues.ts';
import type { TaskDeeds } from './useTaskDeeds.ts';
import { fieldId } from './ValuesForm.tsx';

const noDraft: ValueDraft = {};

export function useTaskValues({ key, fields }: Task, deeds: Pick<TaskDeeds, 'record' | 'complete'>) {
  const [draft, onDraft, onDiscard] = useDraft<ValueDraft>(`values/${key}`, noDraft);
  const [missing, setMissing] = useState<readonly string[]>([]);

  async function save(): Promise<void> {
    if (await deeds.record(valuesToSend(fields, draft))) onDiscard();
  }

  /** Nothing is sent while something mandatory is missing: the first such field gets the focus (features T5). */
  async function complete(): Promise<void> {
    const absent = missingFields(fields, draft).map(field => field.name);
    setMissing(absent);
    const [first] = absent;
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
    else if (await deeds.complete(valuesToSend(fields, draft))) onDiscard();
  }

  return { draft, onDraft, onDiscard, missing, save, complete };
}
