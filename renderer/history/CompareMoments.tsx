/** Shows what is different between two moments of an order, part by part; both moments can be chosen (features X6). */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import type { Names } from '../names.ts';
import { changedValue, fieldWord } from '../order/activityWords.ts';
import { useNames } from '../people.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t, word } from '../words/words.ts';
import { MomentSlider } from './MomentSlider.tsx';
import { placeText, type Moment } from './moments.ts';
import classes from './CompareMoments.module.css';

type Props = {
  readonly orderId: string;
  readonly moments: readonly Moment[];
  /** Place of the earlier moment; the later one is now at first. */
  readonly from: number;
  readonly onClose: () => void;
};

/** As many parts as one answer holds. */
const MOST = 200;
const REST_MS = 150;

export function CompareMoments({ orderId, moments, from: start, onClose }: Props) {
  const names = useNames();
  const [places, setPlaces] = useState({ from: start, to: Math.max(moments.length - 1, 0) });
  const [settled] = useDebouncedValue(places, REST_MS);
  const versionOf = (place: number): number => moments[place]?.version ?? 1;
  const answer = useCall(
    'history.compare',
    { orderId, from: versionOf(settled.from), to: versionOf(settled.to), limit: MOST },
    { keepPrevious: true },
  );
  return (
    <Dialog title={t('history.compare.title')} size="xl" onClose={onClose}>
      <div className={classes.moments}>
        {(['from', 'to'] as const).map(end => (
          <div key={end} className={classes.moment}>
            <span className={classes.end}>{t(`history.compare.${end}`)}</span>
            <MomentSlider
              label={t(`history.compare.${end}`)}
              moments={moments}
              place={places[end]}
              first={end === 'from'}
              onPlace={place => setPlaces(before => ({ ...before, [end]: place }))}
            />
            <span className={classes.text}>{placeText(moments, places[end])}</span>
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setPlaces(({ from, to }) => ({ from: to, to: from }))}
        >
          {t('history.compare.swap')}
        </Button>
      </div>
      {answer.problem && !answer.value && <ProblemState problem={answer.problem} onRetry={answer.reload} />}
      {answer.loading && <LoadingRows label={t('history.compare.loading')} />}
      {answer.value && <Differences {...answer.value} names={names} />}
    </Dialog>
  );
}

type Compared = Output<'history.compare'>;
type Part = Compared['rows'][number];

function Differences({ rows, total, names }: Compared & { readonly names: Names }) {
  if (total === 0) {
    return <EmptyState title={t('history.compare.none')} text={t('history.compare.noneText')} />;
  }
  return (
    <>
      <p role="status" className={classes.count}>
        {rows.length < total
          ? t('history.compare.some', { shown: rows.length, count: total })
          : t('history.compare.count', { count: total })}
      </p>
      <table className={classes.table} aria-label={t('history.compare.list')}>
        <thead>
          <tr>
            <th scope="col">{t('history.compare.part')}</th>
            <th scope="col">{t('history.compare.what')}</th>
            <th scope="col">{t('history.compare.from')}</th>
            <th scope="col">{t('history.compare.to')}</th>
          </tr>
        </thead>
        <tbody>{rows.map(part => linesOf(part, names))}</tbody>
      </table>
    </>
  );
}

/** The part is named once, beside the first of its differences. */
function linesOf(part: Part, names: Names) {
  const { key, kind, number, title, change, fields } = part;
  const head = (
    <th scope="rowgroup" rowSpan={Math.max(fields.length, 1)} className={classes.part}>
      <span className={classes.kind}>{word('plan.kind', kind)}</span> <span className={classes.number}>{number}</span>
      <span className={classes.title}>{title}</span>
    </th>
  );
  if (change !== 'changed') {
    return (
      <tr key={key} data-change={change} className={classes.first}>
        {head}
        <td colSpan={3}>{t(`history.compare.${change}`)}</td>
      </tr>
    );
  }
  return fields.map(({ field, was, now }, index) => {
    const told = (value: string | null): string =>
      value === null ? t('history.compare.empty') : changedValue({ subject: key, field }, value, names);
    return (
      <tr key={`${key}/${field}`} className={index === 0 ? classes.first : undefined}>
        {index === 0 && head}
        <td>{fieldWord(field)}</td>
        <td className={classes.was}>{told(was)}</td>
        <td className={classes.now}>{told(now)}</td>
      </tr>
    );
  });
}
