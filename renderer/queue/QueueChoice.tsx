/** The queues of a screen side by side, with their counts. */
import { SegmentedControl } from '@mantine/core';
import { t } from '../words/words.ts';

export type Queue<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Undefined while it is not known, or for queues that are not counted. */
  readonly count?: number | undefined;
};

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly queues: readonly Queue<Value>[];
};

export function QueueChoice<Value extends string>({ label, value, onChange, queues }: Props<Value>) {
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      onChange={chosen => {
        const queue = queues.find(one => one.value === chosen);
        if (queue) onChange(queue.value);
      }}
      data={queues.map(queue => ({
        value: queue.value,
        label:
          queue.count === undefined ? queue.label : t('tasks.queue.counted', { name: queue.label, count: queue.count }),
      }))}
    />
  );
}
