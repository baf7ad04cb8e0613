import fc from 'fast-check';
import { test } from 'vitest';
import { rowsOf } from '../table.ts';
import { commandOf, wishes } from './testing/randomCommands.ts';
import { orders } from './testing/randomOrders.ts';
import { given } from './testing/story.ts';
test('stats', () => {
  const n: Record<string, number> = {};
  const add = (k: string, by = 1) => (n[k] = (n[k] ?? 0) + by);
  fc.assert(
    fc.property(orders, wishes, (from, asked) => {
      let story = given(from.order, from.catalog);
      for (const w of asked) {
        const { command, by } = commandOf(story.order, w);
        const o = story.when(command, { by });
        if (o.refusal && command.type === 'approve')
          add(
            'approve refused ' + o.refusal.code + (o.refusal.code === 'CheckFailed' ? o.refusal.checks[0]?.check : ''),
          );
        add((o.refusal ? 'refused ' : 'ok ') + command.type);
        if (!o.refusal) for (const e of o.events) add('event ' + e.type);
        story = o.after;
        if ((story.order.plan?.domainOrders.size ?? 0) > 60) {
          add('too big');
          return;
        }
      }
      add('end ' + story.order.state);
      const size = story.order.plan?.tasks.size ?? 0;
      add('tasks ' + (size > 20 ? '>20' : size > 8 ? '>8' : size > 3 ? '>3' : size));
      add(
        'deps',
        [...rowsOf(story.order.plan?.tasks ?? { size: 0, depth: 0, root: [] })].filter(t => t.predecessors.length)
          .length,
      );
      add(
        'depsD',
        [...rowsOf(story.order.plan?.domainOrders ?? { size: 0, depth: 0, root: [] })].filter(
          t => t.predecessors.length,
        ).length,
      );
      add('depsL', [...rowsOf(story.order.lines)].filter(t => t.predecessors.length).length);
    }),
    { numRuns: 300 },
  );
  console.log(JSON.stringify(Object.fromEntries(Object.entries(n).toSorted()), null, 1));
});
