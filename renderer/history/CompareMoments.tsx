/** Shows what is different between two moments of an order, part by part; both moments can be chosen (features X6). */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import { ProblemState } from '../Answer.tsx';
import { usePages, type PagesState } from '../calls.ts';
import type { Names } from '../names.ts';
import { changedValue, fieldWord } from '../order/activityWords.ts';
import { useNames } from '../people.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t, word } from '../words/words.ts';
import { MomentSlider } from './MomentSlider.tsx';
import { useMoments, versionText } from './moments.ts';
import classes from './CompareMoments.module.css';

type Props = {
  readonly orderId: string;
  /** The version of now, when it is opened. */
  readonly total: number;
  /** Version of the earlier moment; the later one is now at first. */
  readonly from: number;
  readonly onClose: () => void;
};

const REST_MS = 150;

export function CompareMoments({ orderId, total, from: start, onClose }: Props) {
  const names = useNames();
  const [versions, setVersions] = useState({ from: start, to: total });
  const [settled] = useDebouncedValue(versions, REST_MS);
  const moments = { from: useMoments(orderId, settled.from), to: useMoments(orderId, settled.to) };
  const answer = usePages('history.compare', { orderId, ...settled }, { keepPrevious: true });
  return (
    <Dialog title={t('history.compare.title')} size="xl" onClose={onClose}>
      <div className={classes.moments}>
        {(['from', 'to'] as const).map(end => (
          <div key={end} className={classes.moment}>
            <span className={classes.end}>{t(`history.compare.${end}`)}</span>
            <MomentSlider
              label={t(`history.compare.${end}`)}
              moments={moments[end]}
              version={versions[end]}
              first={end === 'from'}
              onVersion={version => setVersions(before => ({ ...before, [end]: version }))}
            />
            <span className={classes.text}>{versionText(moments[end], versions[end])}</span>
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setVersions(({ from, to }) => ({ from: to, to: from }))}
        >
          {t('history.compare.swap')}
        </Button>
      </div>
      {answer.problem && <ProblemState problem={answer.problem} onRetry={answer.reload} />}
      {answer.loading && <LoadingRows label={t('history.compare.loading')} />}
      {!answer.loading && !answer.problem && <Differences of={answer} names={names} />}
    </Dialog>
  );
}

type Part = Output<'history.compare'>['rows'][number];
type Compared = { readonly of: PagesState<Part>; readonly names: Names };

function Differences({ of: { rows, total, hasMore, loadMore, loadingMore }, names }: Compared) {
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
      {hasMore && (
        <Button variant="default" className={classes.more ?? ''} onClick={loadMore} loading={loadingMore}>
          {t('history.compare.more', { count: total - rows.length })}
        </Button>
      )}
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
