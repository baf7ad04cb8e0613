/** Says on every part of an order that a change of it waits for a decision, and leads there. */
import { useCall } from '../calls.ts';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { agoOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import classes from './Changes.module.css';

export function PendingBanner({ orderId }: { readonly orderId: string }) {
  const names = useNames();
  const revisions = useCall('revision.list', { orderId }).value?.revisions;
  const pending = revisions?.find(({ state }) => state === 'requested');
  if (!pending) return null;
  const { number, operation, requestedBy, requestedAt } = pending;
  return (
    <p className={classes.banner} role="status">
      <StateGlyph kind="held" />
      {t('revision.pending.banner', {
        title: t(`revision.pending.title.${operation}`, { number }),
        name: names.person(requestedBy),
        ago: agoOf(requestedAt),
      })}
      <a href={hashOf({ screen: 'order', orderId, tab: 'changes' })}>{t('revision.pending.open')}</a>
    </p>
  );
}
