/** A part of the plan by state and title, as a button that leads to it. */
import { UnstyledButton } from '@mantine/core';
import { State } from '../State.tsx';
import { ownerOfKey } from './partState.ts';
import classes from './PartLink.module.css';

export type PlanPartRef = { readonly key: string; readonly title: string; readonly state: string };

type Props = { readonly part: PlanPartRef; readonly onGo: (key: string) => void };

export function PartLink({ part, onGo }: Props) {
  return (
    <UnstyledButton className={classes.link} onClick={() => onGo(part.key)}>
      <span className={classes.title}>{part.title}</span>{' '}
      <span className={classes.state}>
        <State of={ownerOfKey(part.key)} state={part.state} />
      </span>
    </UnstyledButton>
  );
}
