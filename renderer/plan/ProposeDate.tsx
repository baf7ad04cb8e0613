/** Proposes a date that was tried out as the end of a task: with a reason, and from then on the plan is dated by it (features O16). */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { useCommand } from '../calls.ts';
import { ReasonDialog } from '../tasks/ReasonDialog.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { lateWords } from './scheduleWords.ts';
import type { Proposing } from './usePlanCommands.ts';
import classes from './WhatIf.module.css';

type Props = {
  readonly orderId: string;
  readonly node: PlanNode;
  /** When the task would end, as ISO-8601. */
  readonly end: string;
  /** What that would come to. */
  readonly then: Output<'plan.whatIf'>;
  readonly proposing: Proposing;
  readonly onProposed: () => void;
};

export function ProposeDate({ orderId, node, end, then, proposing: { may, seen }, onProposed }: Props) {
  const { run, pending } = useCommand('task.proposeEnd');
  const [asking, setAsking] = useState(false);
  const blocked = may !== true;

  async function propose(reason: string): Promise<boolean> {
    const reply = await run({
      orderId,
      task: Number(node.key.slice(1)),
      end,
      reason,
      ...(seen !== undefined && { seen }),
    });
    if (reply.ok) onProposed();
    return reply.ok;
  }

  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.propose ?? ''}
        aria-disabled={blocked}
        data-disabled={blocked}
        title={blocked ? may : t('plan.whatIf.proposeTitle')}
        onClick={() => !blocked && setAsking(true)}
      >
        {t('plan.whatIf.propose')}
      </Button>
      {asking && (
        <ReasonDialog
          deed="propose"
          task={{ key: `${orderId}/${node.key}`, number: node.number, title: node.title }}
          about={t('plan.whatIf.proposeAbout', {
            title: node.title,
            time: timeOf(end),
            orderEnd: timeOf(then.estimatedEnd),
            late: lateWords(then.estimatedEnd, then.was) ?? t('plan.late.none'),
          })}
          pending={pending}
          onDo={propose}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
