/** Shows the person why something was not done and what to do next. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { WorkspaceStatus } from '../preload/contract/session.ts';
import { namesOf } from './names.ts';
import { say } from './ui/say.ts';
import { refusalWords, type Problem } from './words/refusalWords.ts';

/** Long enough to read two sentences; it pauses while the pointer rests on it. */
const SHOWN_MS = 12_000;

export function useSayRefusal(): (problem: Problem) => void {
  const client = useQueryClient();
  return useCallback(
    problem => {
      const session = client.getQueryData<WorkspaceStatus>(['workspace.status', {}]);
      const { title, message } = refusalWords(problem, namesOf(session));
      say(`refusal-${problem.code}`, {
        title,
        message,
        color: 'red',
        autoClose: SHOWN_MS,
        role: 'alert',
        withBorder: true,
      });
    },
    [client],
  );
}
