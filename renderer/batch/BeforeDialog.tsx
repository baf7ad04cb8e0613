/** Looks at every selected order before any is approved: how many can be, and each that cannot with its reason (features A9). */
import { Button, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BatchItem } from '../../preload/contract/policy.ts';
import { ProblemState } from '../Answer.tsx';
import { useNames } from '../people.ts';
import { hashOf } from '../route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Bar } from '../ui/Bar.tsx';
import { refusalWords, type Problem } from '../words/refusalWords.ts';
import { t } from '../words/words.ts';
import { usePreflight } from './usePreflight.ts';
import classes from './Batch.module.css';

type Props = {
  readonly items: readonly BatchItem[];
  readonly pending: boolean;
  readonly onApprove: (items: readonly BatchItem[]) => void;
  readonly onClose: () => void;
};

/** From here on a count has to be typed: one key must not decide so much. */
const TYPE_FROM = 500;
/** From here on the safe button has the focus: what is decided for so many cannot be taken back (ux.md G6). */
const SAFE_FROM = 26;
const SHOWN = 100;

export function BeforeDialog({ items, pending, onApprove, onClose }: Props) {
  const { found, lookedAt, isDone, problem, again } = usePreflight(items);
  const names = useNames();
  const [typed, setTyped] = useState('');
  const { excluded } = found;
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
              {t('batch.before.ready', { count: found.ready })}
            </p>
            {found.first > 0 && <p>{t('batch.before.first', { count: found.first })}</p>}
            <p>
              {excluded.length === 0 ? t('batch.before.none') : t('batch.before.excluded', { count: excluded.length })}
            </p>
            {excluded.length > 0 && (
              <div className={classes.table} role="group" aria-label={t('batch.before.reason')}>
                <Table stickyHeader>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('batch.before.order')}</Table.Th>
                      <Table.Th>{t('batch.before.account')}</Table.Th>
                      <Table.Th>{t('batch.before.reason')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {excluded.slice(0, SHOWN).map(({ orderId, number, account, refusal }) => {
                      const { title, message } = refusalWords(refusal as unknown as Problem, names);
                      return (
                        <Table.Tr key={orderId}>
                          <Table.Td>
                            <a className={classes.number} href={hashOf({ screen: 'order', orderId, tab: 'overview' })}>
                              {number}
                            </a>
                          </Table.Td>
                          <Table.Td>{account ?? '—'}</Table.Td>
                          <Table.Td>
                            <span className={classes.why}>{title}</span>
                            <span className={classes.quiet}>{message}</span>
                          </Table.Td>
                        </Table.Tr>
                      );
                    })}
                  </Table.Tbody>
                </Table>
              </div>
            )}
            {excluded.length > SHOWN && (
              <p className={classes.quiet}>{t('batch.before.more', { count: excluded.length - SHOWN })}</p>
            )}
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
