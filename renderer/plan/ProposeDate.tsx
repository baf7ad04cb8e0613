/** Keeps a date that was tried out: as a note on the task with its author, for those who plan; the plan itself stays as it is. */
import { Button } from '@mantine/core';
import type { Output } from '../../preload/contract/contract.ts';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { useCommand } from '../calls.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { sayOnPlan } from './sayOnPlan.ts';
import { lateWords } from './scheduleWords.ts';
import classes from './WhatIf.module.css';

type Props = {
  readonly orderId: string;
  readonly node: PlanNode;
  /** When the task would end, as ISO-8601. */
  readonly end: string;
  /** What that would come to. */
  readonly then: Output<'plan.whatIf'>;
  readonly onProposed: () => void;
};

export function ProposeDate({ orderId, node, end, then, onProposed }: Props) {
  const { run, pending } = useCommand('order.addNote');

  async function propose(): Promise<void> {
    const text = t('plan.whatIf.note', {
      time: timeOf(end),
      orderEnd: timeOf(then.estimatedEnd),
      late: lateWords(then.estimatedEnd, then.was) ?? t('plan.late.none'),
    });
    const reply = await run({ orderId, subject: node.key, kind: 'work', text });
    if (!reply.ok) return;
    sayOnPlan(t('plan.whatIf.proposed', { number: node.number }));
    onProposed();
  }

  return (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.propose ?? ''}
      loading={pending}
      title={t('plan.whatIf.proposeTitle')}
      onClick={() => void propose()}
    >
      {t('plan.whatIf.propose')}
    </Button>
  );
}
