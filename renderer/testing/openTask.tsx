/** Opens the detail of a task, over answers of which a test says only what it cares about. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Task } from '../../preload/contract/task.ts';
import { TaskDetail } from '../tasks/TaskDetail.tsx';
import { exampleTask } from '../tasks/taskExample.ts';
import { drawOver, type Answers } from './literalDesk.tsx';
import { codes, session } from './literalSession.ts';

export async function openTask(task: Task = exampleTask, more: Answers = {}) {
  const onResult = vi.fn();
  const onOpened = vi.fn();
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'task.get': () => task,
      'codes.get': () => codes,
      'order.activity': () => ({ rows: [], next: null, total: 0 }),
      ...more,
    },
    <TaskDetail orderId={task.orderId} task={task.task} onResult={onResult} onOpened={onOpened} />,
  );
  await screen.findByRole('heading', { name: task.title });
  return { ...drawn, onResult, onOpened, user: userEvent.setup() };
}
