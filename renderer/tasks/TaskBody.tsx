/** The body of a task: what to do, record and know first, then where, what comes before and after, notes and dates. */
import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import type { Names } from '../names.ts';
import { PartLink, type PlanPartRef } from '../plan/PartLink.tsx';
import { WhyPanel } from '../plan/WhyPanel.tsx';
import { t, word } from '../words/words.ts';
import { KnowPanel, WherePanel } from './KnowPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { ValuesForm } from './ValuesForm.tsx';
import classes from './TaskDetail.module.css';

type Props = {
  readonly task: Task;
  readonly names: Names;
  readonly values: ComponentProps<typeof ValuesForm>;
  /** What it waits for in other orders. */
  readonly otherOrders: ReactNode;
  readonly withdrawEnd: Action;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onGo: (key: string) => void;
};

export function TaskBody({ task, names, values, otherOrders, withdrawEnd, noteRef, onGo }: Props) {
  const ended = task.state === 'closedComplete' || task.state === 'canceled';
  const { outcome } = task;
  return (
    <div className={classes.body}>
      <div className={classes.columns}>
        <div className={classes.column}>
          {task.instructions && (
            <section className={classes.block} aria-label={t('tasks.detail.instructions')}>
              <h3 className={classes.heading}>{t('tasks.detail.instructions')}</h3>
              <p className={classes.text}>{task.instructions}</p>
            </section>
          )}
          {outcome && (
            <section className={classes.block} aria-label={t('tasks.detail.outcome')}>
              <h3 className={classes.heading}>{t('tasks.detail.outcome')}</h3>
              <p className={classes.text}>
                {t(`tasks.detail.outcome.${outcome.kind}`, {
                  text: outcome.text ?? '',
                  name: names.person(outcome.by),
                })}
              </p>
            </section>
          )}
          {!ended && task.waiting && isHeldUp(task.waiting) && (
            <WhyPanel waiting={task.waiting} ended={ended} names={names} onGo={onGo} />
          )}
          <section className={classes.block} aria-label={t('tasks.values.title')}>
            <h3 className={classes.heading}>{t('tasks.values.title')}</h3>
            <ValuesForm {...values} />
          </section>
          <KnowPanel characteristics={task.characteristics} />
        </div>
        <div className={classes.column}>
          <WherePanel place={task.place} contacts={task.contacts} />
          <Links
            title={t('tasks.detail.predecessors')}
            none={task.outside.length === 0 ? t('tasks.detail.noPredecessors') : t('tasks.detail.noneHere')}
            parts={task.predecessors}
            onGo={onGo}
          />
          {otherOrders}
          <Links
            title={t('tasks.detail.successors')}
            none={t('tasks.detail.noSuccessors')}
            parts={task.successors}
            onGo={onGo}
          />
          {task.fallouts.length > 0 && (
            <section className={classes.block} aria-label={t('tasks.detail.fallouts')}>
              <h3 className={classes.heading}>{t('tasks.detail.fallouts')}</h3>
              <ul className={classes.list}>
                {task.fallouts.map(({ fallout, number, type, state }) => (
                  <li key={fallout}>
                    <PartLink
                      part={{
                        key: `F${fallout}`,
                        title: t('tasks.detail.fallout', { number, type: word('codes.falloutType', type) }),
                        state,
                      }}
                      onGo={onGo}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <NotesPanel key={task.key} orderId={task.orderId} subject={`T${task.task}`} fieldRef={noteRef} />
          <TaskFacts task={task} names={names} withdrawEnd={withdrawEnd} />
        </div>
      </div>
    </div>
  );
}

type LinksProps = {
  readonly title: string;
  readonly none: string;
  readonly parts: readonly PlanPartRef[];
  readonly onGo: (key: string) => void;
};

function Links({ title, none, parts, onGo }: LinksProps) {
  return (
    <section className={classes.block} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {parts.length === 0 && <p className={classes.quiet}>{none}</p>}
      <ul className={classes.list}>
        {parts.map(part => (
          <li key={part.key}>
            <PartLink part={part} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What only needs the person in front of it needs no explanation here; why it was put on hold stands in the head. */
const isHeldUp = ({ cause }: NonNullable<Task['waiting']>): boolean =>
  !['claim', 'start', 'completion', 'pause'].includes(cause);
