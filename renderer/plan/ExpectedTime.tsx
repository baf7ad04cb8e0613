/** A moment at which something is expected to end, which of some is the earliest that is known. */
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';

type Props = { readonly at: string; readonly atEarliest: boolean };

export function ExpectedTime({ at, atEarliest }: Props) {
  return (
    <>
      <Time at={at} as="exact" />
      {atEarliest && <span title={t('plan.earliest.why')}> {t('plan.earliest.short')}</span>}
    </>
  );
}
