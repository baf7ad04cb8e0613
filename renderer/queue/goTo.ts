/** Where a part named beside a queue is: a task here, a fallout on its screen, and anything else in its plan. */
import { readOutsideKey } from '../plan/outsideKey.ts';
import { navigate } from '../route.ts';

export function goTo(orderId: string, key: string): void {
  const number = Number(key.slice(1));
  const outside = readOutsideKey(key);
  if (outside) navigate({ screen: 'order', orderId: outside.orderId, tab: 'plan' });
  else if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: number });
  else if (key.startsWith('F')) navigate({ screen: 'fallout', orderId, fallout: number });
  else navigate({ screen: 'order', orderId, tab: 'plan' });
}
