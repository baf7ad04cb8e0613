/** The line below the plan: how many steps, how much of the planned time, when it will end, and what decides that (ux.md C). */
import type { Outlook } from '../../preload/contract/plan.ts';
import { clockOf, dayOf, timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { JeopardyMark } from './JeopardyMark.tsx';
import { expectedWords, lateShort, percentOf } from './scheduleWords.ts';
import classes from './PlanStatus.module.css';

type Props = {
  /** Undefined until it has come. */
  readonly outlook: Outlook | undefined;
  /** Of the order that is shown. */
  readonly version: number;
  readonly onGo: (key: string) => void;
};

export function PlanStatus({ outlook, version, onGo }: Props) {
  return (
    <div role="group" className={classes.status} aria-label={t('plan.status.label')}>
      {outlook && (
        <>
          <Facts outlook={outlook} />
          <JeopardyMark level={outlook.jeopardy} />
          <Path path={outlook.criticalPath} onGo={onGo} />
          <span className={classes.at} title={timeOf(outlook.at)}>
            {t('plan.status.version', { version })} · {t('plan.status.asOf', { time: clockOf(outlook.at) })}
          </span>
        </>
      )}
    </div>
  );
}

function Facts({ outlook }: { readonly outlook: Outlook }) {
  const { tasks, progress, baselineEnd, committedDueDate, learnedFrom, atEarliest } = outlook;
  const percent = percentOf(progress);
  const end = outlook.actualEnd ?? outlook.estimatedEnd ?? outlook.plannedEnd;
  const parts = [
    t('plan.status.steps', tasks),
    percent !== null && t('plan.status.time', { percent }),
    end !== null &&
      [
        outlook.actualEnd === null
          ? t('plan.status.forecast', { day: expectedWords(dayOf(end), atEarliest) })
          : t('plan.status.ended', { day: dayOf(end) }),
        baselineEnd !== null && againstBaseline(end, baselineEnd),
      ]
        .filter(Boolean)
        .join(' '),
    committedDueDate !== null && t('plan.status.due', { day: dayOf(committedDueDate) }),
  ].filter(part => part !== false);
  const about = [t('plan.status.learned', { count: learnedFrom }), ...(atEarliest ? [t('plan.earliest.why')] : [])];
  return (
    <span className={classes.facts} title={about.join(' ')}>
      {parts.join(' · ')}
    </span>
  );
}

function againstBaseline(end: string, baselineEnd: string): string {
  const late = lateShort({ state: '', baselineEnd }, end);
  return late === null
    ? t('plan.status.onBaseline')
    : t('plan.status.baseline', { day: dayOf(baselineEnd), late: late.words });
}

function Path({ path, onGo }: { readonly path: Outlook['criticalPath']; readonly onGo: (key: string) => void }) {
  if (path.length === 0) return null;
  return (
    <nav className={classes.path} aria-label={t('plan.find.critical')}>
      <span className={classes.pathName}>{t('plan.status.critical', { count: path.length })}</span>
      <ol className={classes.steps}>
        {path.map(({ key, title }) => (
          <li key={key} className={classes.step}>
            <button type="button" className={classes.go} onClick={() => onGo(key)}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
