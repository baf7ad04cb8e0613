/** Looks at every selected order before any is approved: how many can be, and each that cannot with its reason (features A9). */
import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { BatchItem } from '../../preload/contract/batch.ts';
import type { Output } from '../../preload/contract/contract.ts';
import { ProblemState } from '../Answer.tsx';
import { useDesk } from '../DeskProvider.tsx';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Bar } from '../ui/Bar.tsx';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import { t } from '../words/words.ts';
import { SAFE_FROM, TYPE_FROM } from './howMany.ts';
import { LeftOut } from './LeftOut.tsx';
import { usePreflight } from './usePreflight.ts';
import classes from './Batch.module.css';

type Props = {
  readonly items: readonly BatchItem[];
  readonly pending: boolean;
  readonly onApprove: (items: readonly BatchItem[]) => void;
  readonly onClose: () => void;
};

type Excluded = Output<'batch.preflight'>['excluded'];

export function BeforeDialog({ items, pending, onApprove, onClose }: Props) {
  const desk = useDesk();
  const ask = useCallback((slice: BatchItem[]) => desk.call('batch.preflight', { items: slice }), [desk]);
  const { found, lookedAt, isDone, problem, again } = usePreflight(items, ask);
  const [typed, setTyped] = useState('');
  const excluded = found.flatMap(slice => slice.excluded);
  const first = found.reduce((sum, slice) => sum + slice.first, 0);
  const out = new Set(excluded.map(({ orderId }) => orderId));
  const ready = items.filter(({ orderId }) => !out.has(orderId));
  const isMany = items.length >= SAFE_FROM;
  const mustType = ready.length >= TYPE_FROM;
  const mayGo = isDone && ready.length > 0 && (!mustType || typed.trim() === String(ready.length));
  return (
    <Dialog title={t('batch.before.title', { count: items.length })} size="lg" onClose={onClose}>
      <div className={classes.body}>
        {problem && <ProblemState problem={problem} onRetry={again} />}
        {!isDone && !problem && (
          <Bar
            label={t('batch.before.looking')}
            text={t('batch.before.lookedAt', { done: lookedAt, total: items.length })}
            done={lookedAt}
            total={items.length}
          />
        )}
        {isDone && (
          <>
            <p className={classes.ready} role="status">
              {t('batch.before.ready', { count: ready.length })}
            </p>
            {first > 0 && <p>{t('batch.before.first', { count: first })}</p>}
            <LeftOutOrders excluded={excluded} />
            {mustType && (
              <TextInput
                label={t('batch.before.typeCount', { count: String(ready.length) })}
                value={typed}
                onChange={event => setTyped(event.currentTarget.value)}
                inputMode="numeric"
              />
            )}
          </>
        )}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" {...(isMany && { 'data-autofocus': true })} onClick={onClose}>
            {t('batch.before.cancel')}
          </Button>
          <Button
            size="sm"
            loading={pending}
            data-disabled={!mayGo}
            aria-disabled={!mayGo}
            {...(!isMany && { 'data-autofocus': true })}
            onClick={() => {
              if (mayGo) onApprove(ready);
            }}
          >
            {t('batch.before.do', { count: ready.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function LeftOutOrders({ excluded }: { readonly excluded: Excluded }) {
  const names = useNames();
  if (excluded.length === 0) return <p>{t('batch.before.none')}</p>;
  const rows = excluded.map(({ orderId, number, account, refusal }) => {
    const { title, message } = refusalWords(refusal as unknown as Problem, names);
    const href = hashOf({ screen: 'order', orderId, tab: 'overview' });
    return { key: orderId, href, number, name: account ?? '', why: title, more: message };
  });
  const why = t('batch.before.reason');
  return (
    <>
      <p>{t('batch.before.excluded', { count: excluded.length })}</p>
      <LeftOut label={why} head={[t('batch.before.order'), t('batch.before.account'), why]} area="batch" rows={rows} />
    </>
  );
}
