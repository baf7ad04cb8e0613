/** Tries out when the order would end if one task ended at another time; nothing is changed (features O16, ux.md C). */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { useCall } from '../calls.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { ProposeDate } from './ProposeDate.tsx';
import { lateWords, slackWords } from './scheduleWords.ts';
import type { Proposing } from './usePlanCommands.ts';
import classes from './WhatIf.module.css';

type Props = {
  readonly orderId: string;
  readonly node: PlanNode;
  readonly proposing: Proposing;
};

const REST_MS = 200;

export function WhatIf({ orderId, node, proposing }: Props) {
  const expected = node.estimatedEnd ?? node.plannedEnd;
  const given = expected === null ? '' : localInput(expected);
  const [typed, setTyped] = useState<string | null>(null);
  const [settled] = useDebouncedValue(typed, REST_MS);
  const end = settled === null ? null : isoOf(settled);
  const task = Number(node.key.slice(1));
  const answer = useCall(
    'plan.whatIf',
    { orderId, task, end: end ?? '' },
    { enabled: end !== null && typed !== null, keepPrevious: true },
  );
  const isOpen = typed !== null;
  return (
    <section className={classes.whatIf} aria-label={t('plan.whatIf.title')}>
      <div className={classes.ask}>
        <TextInput
          type="datetime-local"
          max="9999-12-31T23:59"
          label={t('plan.whatIf.label')}
          value={typed ?? given}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        {isOpen && (
          <Button variant="subtle" size="compact-sm" onClick={() => setTyped(null)}>
            {t('plan.whatIf.discard')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div role="status" className={classes.answer}>
          {answer.value && end !== null && (
            <>
              <p className={classes.then}>
                {t('plan.whatIf.answer', {
                  time: timeOf(answer.value.estimatedEnd),
                  late: lateWords(answer.value.estimatedEnd, answer.value.was) ?? t('plan.late.none'),
                })}
              </p>
              <p className={classes.quiet}>
                {t('plan.whatIf.was', { time: timeOf(answer.value.was) })}{' '}
                {t('plan.whatIf.slack', { time: slackWords(answer.value.slackMinutes) })}
              </p>
            </>
          )}
          {answer.problem && <p className={classes.quiet}>{t('plan.whatIf.failed')}</p>}
          <p className={classes.quiet}>{t('plan.whatIf.nothingSaved')}</p>
          {answer.value && end !== null && (
            <ProposeDate
              orderId={orderId}
              node={node}
              end={end}
              then={answer.value}
              proposing={proposing}
              onProposed={() => setTyped(null)}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** `2026-11-26T10:00` on the person's own wall, as the field wants it. */
export function localInput(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const isoOf = (local: string): string | null => {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};
