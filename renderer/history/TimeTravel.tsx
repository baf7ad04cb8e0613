/** Goes back in an order's history: a slider over everything that happened, and what is different since (features X6). */
import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useNames } from '../people.ts';
import { Icon } from '../ui/Icon.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { CompareMoments } from './CompareMoments.tsx';
import { byWhom, momentTime, placeOf, versionAt, whatText, type Moment } from './moments.ts';
import { MomentSlider } from './MomentSlider.tsx';
import classes from './TimeTravel.module.css';

type Props = {
  readonly orderId: string;
  /** Version of the event whose moment is shown; null: now. */
  readonly asOf: number | null;
  readonly onMoment: (version: number | null) => void;
};

/** More moments than anybody steps through; a longer history is spread over them. */
const MOST = 2000;
/** A drag or a held arrow key must not read every plan on the way. */
const REST_MS = 120;

export function TimeTravel({ orderId, ...rest }: Props) {
  const answer = useCall('history.moments', { orderId, limit: MOST }, { keepPrevious: true });
  if (answer.problem && !answer.value) return <ProblemState problem={answer.problem} onRetry={answer.reload} />;
  if (!answer.value) return <LoadingRows label={t('history.loading')} rows={1} />;
  return <TimeBar orderId={orderId} {...answer.value} {...rest} />;
}

type BarProps = Props & { readonly moments: readonly Moment[]; readonly total: number };

function TimeBar({ orderId, asOf, onMoment, moments, total }: BarProps) {
  const names = useNames();
  const slider = useRef<HTMLInputElement>(null);
  /** Where the slider stands while the plan has not followed yet. */
  const [moved, setMoved] = useState<number | null>(null);
  const [comparing, setComparing] = useState(false);
  const place = moved ?? placeOf(moments, asOf);
  const shown = moments[place];
  const version = versionAt(moments, place);

  const follow = useDebouncedCallback((next: number | null) => {
    onMoment(next);
    setMoved(null);
  }, REST_MS);

  function move(next: number): void {
    setMoved(next);
    follow(versionAt(moments, next));
  }

  function toNow(): void {
    follow.cancel();
    setMoved(null);
    onMoment(null);
    slider.current?.focus();
  }

  useEffect(() => slider.current?.focus(), []);

  return (
    <section className={classes.bar} aria-label={t('history.label')} data-past={version !== null || undefined}>
      <div className={classes.row}>
        <Icon name="clock" />
        <MomentSlider ref={slider} label={t('history.slider')} moments={moments} place={place} onPlace={move} />
        <span className={classes.place}>
          {moments.length < total
            ? t('history.place.some', { at: shown?.version ?? total, total, shown: moments.length })
            : t('history.place', { at: shown?.version ?? total, total })}
        </span>
        {version !== null && (
          <Button variant="filled" onClick={toNow}>
            {t('history.toNow')}
          </Button>
        )}
        <Button variant="default" onClick={() => setComparing(true)}>
          {t(version === null ? 'history.compare.open' : 'history.compare.now')}
        </Button>
      </div>
      <p className={classes.text}>
        {version === null || shown === undefined ? (
          <>
            <strong>{t('history.now.text', { count: total })}</strong> {t('history.now.hint')}
          </>
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
          moments={moments}
          from={version === null ? Math.max(moments.length - 2, 0) : place}
          onClose={() => setComparing(false)}
        />
      )}
    </section>
  );
}
