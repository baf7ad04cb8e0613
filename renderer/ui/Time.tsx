/** A moment as people say it ("3 hr. ago") with the exact time on hover and for machines. */
import { agoOf, timeOf, zonedTimeOf } from '../words/format.ts';

type Props = {
  readonly at: string;
  /** `ago` by default; `exact` prints the date and time. */
  readonly as?: 'ago' | 'exact';
};

export function Time({ at, as = 'ago' }: Props) {
  return (
    <time dateTime={at} title={zonedTimeOf(at)}>
      {as === 'ago' ? agoOf(at) : timeOf(at)}
    </time>
  );
}
