/** A slider over the moments of an order, one step for each: arrows, Page Up and Page Down, Home and End, and what each moment is in words. */
import { ActionIcon } from '@mantine/core';
import { useId, type Ref } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import { versionText, type Moments } from './moments.ts';
import classes from './MomentSlider.module.css';

type Props = {
  readonly label: string;
  readonly moments: Moments;
  readonly version: number;
  readonly onVersion: (version: number) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** Has the focus when the dialog around it opens. */
  readonly first?: boolean;
};

export function MomentSlider({ label, moments, version, onVersion, ref, first = false }: Props) {
  const hint = useId();
  const last = Math.max(moments.total, 1);
  const step = (by: number): void => onVersion(Math.min(Math.max(version + by, 1), last));
  return (
    <span className={classes.slider}>
      <Step icon="back" label={t('history.previous')} disabled={version <= 1} onClick={() => step(-1)} />
      <input
        ref={ref ?? null}
        data-autofocus={first || undefined}
        type="range"
        className={classes.range}
        aria-label={label}
        aria-valuetext={versionText(moments, version)}
        aria-describedby={hint}
        min={1}
        max={last}
        step={1}
        value={version}
        onChange={event => onVersion(Number(event.currentTarget.value))}
      />
      <Step icon="forward" label={t('history.next')} disabled={version >= last} onClick={() => step(1)} />
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
