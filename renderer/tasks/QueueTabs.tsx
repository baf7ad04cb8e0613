/** The queues of a screen as a row of choices with their counts. */
import { countOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './QueueTabs.module.css';

type Tab<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Undefined while it is not known, or for queues that are not counted. */
  readonly count?: number | undefined;
};

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
};

export function QueueTabs<Value extends string>({ label, value, onChange, tabs }: Props<Value>) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(tab => (
        <button
          key={tab.value}
          type="button"
          className={classes.tab}
          aria-current={tab.value === value ? 'true' : undefined}
          aria-label={
            tab.count === undefined ? tab.label : t('tasks.queue.counted', { name: tab.label, count: tab.count })
          }
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{countOf(tab.count)}</span>}
        </button>
      ))}
    </nav>
  );
}
