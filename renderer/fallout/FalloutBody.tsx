/** The body of a fallout: what happened, what it holds, triage, how it was resolved, notes. */
import type { ComponentProps, Ref } from 'react';
import type { Fallout } from '../../preload/contract/task.ts';
import type { Names } from '../names.ts';
import { useSession } from '../people.ts';
import { PartLink } from '../plan/PartLink.tsx';
import { goTo } from '../queue/goTo.ts';
import { stateWord } from '../State.tsx';
import { NotesPanel } from '../tasks/NotesPanel.tsx';
import { Facts } from '../ui/Facts.tsx';
import { agoOf, timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import { TriagePanel } from './TriagePanel.tsx';
import classes from './FalloutDetail.module.css';

type Props = {
  readonly fallout: Fallout;
  readonly names: Names;
  readonly triage: Omit<ComponentProps<typeof TriagePanel>, 'people' | 'teams'>;
  readonly noteRef: Ref<HTMLTextAreaElement>;
};

export function FalloutBody({ fallout, names, triage, noteRef }: Props) {
  const session = useSession();
  const options = (all: readonly { readonly id: string; readonly name: string }[] = []) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.body}>
      <section className={classes.block} aria-label={t('fallout.detail.happened')}>
        <h3 className={classes.heading}>{t('fallout.detail.happened')}</h3>
        <p className={classes.text}>{fallout.text}</p>
        <p className={classes.quiet}>
          {t('fallout.detail.raised', {
            by: names.person(fallout.raisedBy),
            at: timeOf(fallout.raisedAt),
            ago: agoOf(fallout.raisedAt),
          })}
        </p>
      </section>
      {fallout.resolution && <Resolution resolution={fallout.resolution} names={names} />}
      <TriagePanel {...triage} people={options(session?.people)} teams={options(session?.teams)} />
      <section className={classes.block} aria-label={t('fallout.detail.task')}>
        <h3 className={classes.heading}>{t('fallout.detail.task')}</h3>
        <div className={classes.task}>
          <PartLink
            part={{
              key: `T${fallout.task}`,
              title: `${fallout.taskNumber} ${fallout.taskTitle}`,
              state: fallout.taskState,
            }}
            onGo={key => goTo(fallout.orderId, key)}
          />
          <p className={classes.quiet}>{taskWords(fallout, names)}</p>
        </div>
      </section>
      <NotesPanel key={fallout.key} orderId={fallout.orderId} subject={`F${fallout.fallout}`} fieldRef={noteRef} />
    </div>
  );
}

/** With whom the task is, and where it goes from here. */
function taskWords(fallout: Fallout, names: Names): string {
  const who = names.person(fallout.taskAssignee) || names.team(fallout.taskGroup);
  return [
    who === '' ? t('fallout.detail.taskNobody') : t('fallout.detail.taskWith', { who }),
    ...(fallout.restores === null || fallout.resolution !== null
      ? []
      : [t('fallout.detail.restores', { state: stateWord('task', fallout.restores) })]),
  ].join(' ');
}

function Resolution({
  resolution,
  names,
}: {
  readonly resolution: NonNullable<Fallout['resolution']>;
  readonly names: Names;
}) {
  const { action, rootCause, resolutionCode, text, by, at } = resolution;
  return (
    <section className={classes.block} aria-label={t('fallout.detail.resolution')}>
      <h3 className={classes.heading}>{t('fallout.detail.resolution')}</h3>
      <p className={classes.text}>{text}</p>
      <Facts
        facts={[
          { name: t('fallout.detail.action'), value: t(`fallout.resolve.${action}`) },
          { name: t('fallout.detail.rootCause'), value: word('codes.rootCause', rootCause) },
          { name: t('fallout.detail.resolutionCode'), value: word('codes.resolutionCode', resolutionCode) },
          {
            name: t('fallout.detail.resolvedBy'),
            value: t('fallout.detail.byAt', { by: names.person(by), at: timeOf(at) }),
          },
        ]}
      />
    </section>
  );
}
