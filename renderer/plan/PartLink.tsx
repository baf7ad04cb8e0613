/** A part of the plan by state and title, as a button that leads to it; a task can be opened right from here. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { State } from '../State.tsx';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';
import { ownerOfKey } from './partState.ts';
import classes from './PartLink.module.css';

/** The state is null for a part of another order of which nothing is known. */
export type PlanPartRef = { readonly key: string; readonly title: string; readonly state: string | null };

type Props = {
  readonly part: PlanPartRef;
  readonly onGo: (key: string) => void;
  /** Opens the task itself, for parts that are tasks. */
  readonly onOpen?: ((key: string) => void) | undefined;
};

export function PartLink({ part, onGo, onOpen }: Props) {
  return (
    <span className={classes.part}>
      <UnstyledButton className={classes.link} onClick={() => onGo(part.key)}>
        <span className={classes.title}>{part.title}</span>{' '}
        {part.state !== null && (
          <span className={classes.state}>
            <State of={ownerOfKey(part.key)} state={part.state} />
          </span>
        )}
      </UnstyledButton>
      {onOpen && part.key.startsWith('T') && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('plan.why.openTask', { title: part.title })}
          title={t('plan.action.open')}
          onClick={() => onOpen(part.key)}
        >
          <Icon name="open" size={14} />
        </ActionIcon>
      )}
    </span>
  );
}
