/** The values being recorded on a task: kept as a draft until they are saved, or sent with its completion. */
import { useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { useDraft } from './drafts.ts';
import { missingFields, valuesToSend, type ValueDraft } from './taskValues.ts';
import type { TaskDeeds } from './useTaskDeeds.ts';
import { fieldId } from './ValuesForm.tsx';

const noDraft: ValueDraft = {};

export function useTaskValues({ key, fields }: Task, deeds: Pick<TaskDeeds, 'record' | 'complete'>) {
  const [draft, onDraft, drop] = useDraft<ValueDraft>(`values/${key}`, noDraft);
  const [missing, setMissing] = useState<readonly string[]>([]);

  async function save(): Promise<void> {
    // What was typed meanwhile, in the same field or in another, is still to be saved.
    if (await deeds.record(valuesToSend(fields, draft))) drop(typed => typedSince(typed, draft));
  }

  /** Nothing is sent while something mandatory is missing: the first such field gets the focus (features T5). */
  async function complete(): Promise<void> {
    const absent = missingFields(fields, draft).map(field => field.name);
    setMissing(absent);
    const [first] = absent;
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
    else if (await deeds.complete(valuesToSend(fields, draft))) drop();
  }

  return { draft, onDraft, onDiscard: () => drop(), missing, save, complete };
}

function typedSince(typed: ValueDraft, sent: ValueDraft): ValueDraft {
  const since = Object.entries(typed).filter(([name, value]) => value !== sent[name]);
  return since.length === 0 ? noDraft : Object.fromEntries(since);
}
