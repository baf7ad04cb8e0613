/** A part of another order that a task waits for: where it is, how it stands there, who can act on it, and going on without it (features O6, O8). */
import { Anchor, Button } from '@mantine/core';
import type { OutsidePart } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { State } from '../State.tsx';
import { t } from '../words/words.ts';
import { ownerOfKey } from './partState.ts';
import { whoSentence } from './whyWords.ts';
import classes from './OutsidePartRow.module.css';

type Props = {
  readonly part: OutsidePart;
  readonly names: Names;
  readonly href: string;
  readonly onFollow?: () => void;
  /** Who can act is said beside it already. */
  readonly isWhoSaid: boolean;
  /** Undefined where the person may not. */
  readonly onLetGo: (() => void) | undefined;
};

export function OutsidePartRow({ part, names, href, onFollow, isWhoSaid, onLetGo }: Props) {
  const { node, state, who } = part;
  return (
    <li className={classes.part}>
      <span className={classes.name}>
        <Anchor size="sm" underline="always" href={href} onClick={onFollow}>
          {nameOf(part)}
        </Anchor>
        {state !== null && (
          <span className={classes.state}>
            <State of={ownerOfKey(node)} state={state} />
          </span>
        )}
      </span>
      {onLetGo !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('tasks.outside.letGoOf', { part: nameOf(part) })}
          title={t('tasks.outside.letGoTitle')}
          onClick={onLetGo}
        >
          {t('tasks.outside.letGo')}
        </Button>
      )}
      {who !== null && !isWhoSaid && <span className={classes.who}>{whoSentence({ who }, names)}</span>}
    </li>
  );
}

export const nameOf = ({ title, orderNumber }: OutsidePart): string =>
  t('tasks.outside.part', { title, number: orderNumber });

/** What waits for this one part and nothing else says who can act where it says why. */
export const isWhoSaidIn = (waiting: { readonly cause: string } | null, parts: readonly OutsidePart[]): boolean =>
  waiting?.cause === 'otherOrder' && parts.length === 1;
