/** Goes back in an order's history: a slider over everything that happened, and what is different since (features X6). */
import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useNames } from '../people.ts';
import { Icon } from '../ui/Icon.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { CompareMoments } from './CompareMoments.tsx';
import { byWhom, momentTime, useMoments, versionText, whatText, type Moments } from './moments.ts';
import { MomentSlider } from './MomentSlider.tsx';
import classes from './TimeTravel.module.css';

type Props = {
  readonly orderId: string;
  /** Version of the event whose moment is shown; null: now. */
  readonly asOf: number | null;
  readonly onMoment: (version: number | null) => void;
};

/** A drag or a held arrow key must not read every plan on the way. */
const REST_MS = 120;

export function TimeTravel(props: Props) {
  const moments = useMoments(props.orderId, props.asOf);
  if (moments.problem && moments.total === 0) {
    return <ProblemState problem={moments.problem} onRetry={moments.reload} />;
  }
  if (moments.total === 0) return <LoadingRows label={t('history.loading')} rows={1} />;
  return <TimeBar moments={moments} {...props} />;
}

type BarProps = Props & { readonly moments: Moments };

function TimeBar({ orderId, asOf, onMoment, moments }: BarProps) {
  const { total } = moments;
  const names = useNames();
  const slider = useRef<HTMLInputElement>(null);
  /** Where the slider stands while the plan has not followed yet. */
  const [moved, setMoved] = useState<number | null>(null);
  const [comparing, setComparing] = useState(false);
  const at = moved ?? asOf ?? total;
  const isNow = at >= total;
  const shown = moments.find(at);

  const follow = useDebouncedCallback((next: number | null) => {
    onMoment(next);
    setMoved(null);
  }, REST_MS);

  function move(next: number): void {
    setMoved(next);
    follow(next >= total ? null : next);
  }

  function toNow(): void {
    follow.cancel();
    setMoved(null);
    onMoment(null);
    slider.current?.focus();
  }

  useEffect(() => slider.current?.focus(), []);

  return (
    <section className={classes.bar} aria-label={t('history.label')} data-past={!isNow || undefined}>
      <div className={classes.row}>
        <Icon name="clock" />
        <MomentSlider ref={slider} label={t('history.slider')} moments={moments} version={at} onVersion={move} />
        <span className={classes.place}>{t('history.place', { at, total })}</span>
        {!isNow && (
          <Button variant="filled" onClick={toNow}>
            {t('history.toNow')}
          </Button>
        )}
        <Button variant="default" onClick={() => setComparing(true)}>
          {t(isNow ? 'history.compare.open' : 'history.compare.now')}
        </Button>
      </div>
      <p className={classes.text}>
        {isNow ? (
          <>
            <strong>{t('history.now.text', { count: total })}</strong> {t('history.now.hint')}
          </>
        ) : shown === undefined ? (
          versionText(moments, at)
        ) : (
          <>
            <strong className={classes.asOf}>{t('history.asOf', { time: momentTime(shown.at) })}</strong>{' '}
            {whatText(shown)} <span className={classes.quiet}>{byWhom(shown, names)}</span>
          </>
        )}
      </p>
      {comparing && (
        <CompareMoments
          orderId={orderId}
          total={total}
          from={isNow ? Math.max(total - 1, 1) : at}
          onClose={() => setComparing(false)}
        />
      )}
    </section>
  );
}
