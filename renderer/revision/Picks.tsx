/** Fewer are wanted of what is not equally far: which ones to give up (features D6). */
import { Checkbox } from '@mantine/core';
import type { CompensationPlan } from '../../preload/contract/revision.ts';
import { stateWord } from '../State.tsx';
import { t } from '../words/words.ts';
import classes from './Compensation.module.css';

type Wanted = CompensationPlan['needsAttention'][number];

export type Picks = { readonly [line: number]: readonly number[] };

type Props = {
  readonly wanted: readonly Wanted[];
  readonly picks: Picks;
  readonly onPick: (line: number, giveUp: readonly number[]) => void;
  /** Said below the choice, such as that it may be left to others. */
  readonly remark?: string;
  readonly disabled?: boolean;
};

export function PicksForm({ wanted, picks, onPick, remark, disabled = false }: Props) {
  return wanted.map(one => (
    <PickLine
      key={one.line}
      wanted={one}
      chosen={picks[one.line] ?? []}
      onChosen={giveUp => onPick(one.line, giveUp)}
      remark={remark}
      disabled={disabled}
    />
  ));
}

type LineProps = {
  readonly wanted: Wanted;
  readonly chosen: readonly number[];
  readonly onChosen: (giveUp: readonly number[]) => void;
  readonly remark: string | undefined;
  readonly disabled: boolean;
};

function PickLine({ wanted, chosen, onChosen, remark, disabled }: LineProps) {
  const { line, lineName, giveUp, candidates } = wanted;
  const full = chosen.length >= giveUp;
  return (
    <Checkbox.Group
      className={classes.box ?? ''}
      label={t('revision.pick.title', { giveUp, count: candidates.length, line, name: lineName })}
      description={t('revision.pick.text')}
      value={chosen.map(String)}
      onChange={values => onChosen(values.map(Number).slice(0, giveUp))}
    >
      <div className={classes.picks}>
        {candidates.map(({ domainOrder, key, name, state, done }) => (
          <Checkbox
            key={key}
            value={String(domainOrder)}
            label={t('revision.pick.one', { name, state: stateWord('domainOrder', state), done })}
            disabled={disabled || (full && !chosen.includes(domainOrder))}
          />
        ))}
      </div>
      <p className={classes.why} role="status">
        {t('revision.pick.chosen', { chosen: chosen.length, giveUp })} {remark}
      </p>
    </Checkbox.Group>
  );
}

/** Whether as many are chosen as have to go, on every line. */
export const picksComplete = (wanted: readonly Wanted[], picks: Picks): boolean =>
  wanted.every(({ line, giveUp }) => picks[line]?.length === giveUp);
