/** A slider over the moments of an order: arrows, Page Up and Page Down, Home and End, and what each moment is in words. */
import { ActionIcon } from '@mantine/core';
import { useId, type Ref } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import { placeText, type Moment } from './moments.ts';
import classes from './MomentSlider.module.css';

type Props = {
  readonly label: string;
  readonly moments: readonly Moment[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** Has the focus when the dialog around it opens. */
  readonly first?: boolean;
};

export function MomentSlider({ label, moments, place, onPlace, ref, first = false }: Props) {
  const hint = useId();
  const last = Math.max(moments.length - 1, 0);
  const step = (by: number): void => onPlace(Math.min(Math.max(place + by, 0), last));
  return (
    <span className={classes.slider}>
      <Step icon="back" label={t('history.previous')} disabled={place <= 0} onClick={() => step(-1)} />
      <input
        ref={ref ?? null}
        data-autofocus={first || undefined}
        type="range"
        className={classes.range}
        aria-label={label}
        aria-valuetext={placeText(moments, place)}
        aria-describedby={hint}
        min={0}
        max={last}
        step={1}
        value={place}
        onChange={event => onPlace(Number(event.currentTarget.value))}
      />
      <Step icon="forward" label={t('history.next')} disabled={place >= last} onClick={() => step(1)} />
      <span id={hint} className={classes.hidden}>
        {t('history.sliderHint')}
      </span>
    </span>
  );
}

type StepProps = {
  readonly icon: 'back' | 'forward';
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
};

/** Stays focusable at the end, so that stepping does not lose the focus. */
const Step = ({ icon, label, disabled, onClick }: StepProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    size={28}
    aria-label={label}
    title={label}
    aria-disabled={disabled}
    className={classes.step ?? ''}
    {...(disabled ? { 'data-disabled': true } : { onClick })}
  >
    <Icon name={icon} />
  </ActionIcon>
);
