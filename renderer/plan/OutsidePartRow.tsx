/** A part of another order that a task waits for: where it is, how it stands there, who can act on it, and going on without it (features O6, O8). */
import { Anchor, Button, Text } from '@mantine/core';
import type { OutsidePart } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { hashOf, type Route } from '../route.ts';
import { State } from '../State.tsx';
import { t } from '../words/words.ts';
import { ownerOfKey } from './partState.ts';
import { whoSentence } from './whyWords.ts';
import classes from './OutsidePartRow.module.css';

type Props = {
  readonly part: OutsidePart;
  readonly names: Names;
  readonly placeOf: (orderId: string) => Route;
  readonly onFollow?: (orderId: string) => void;
  /** Who can act is said beside it already. */
  readonly isWhoSaid: boolean;
  /** Undefined where the person may not. */
  readonly onLetGo: (() => void) | undefined;
};

export function OutsidePartRow({ part, names, placeOf, onFollow, isWhoSaid, onLetGo }: Props) {
  const { orderId, node, state, who } = part;
  return (
    <li className={classes.part}>
      <span className={classes.name}>
        {orderId === null ? (
          // What no order has yet leads nowhere.
          <Text size="sm">{nameOf(part)}</Text>
        ) : (
          <Anchor size="sm" underline="always" href={hashOf(placeOf(orderId))} onClick={() => onFollow?.(orderId)}>
            {nameOf(part)}
          </Anchor>
        )}
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

export const nameOf = ({ title, orderId, orderNumber }: OutsidePart): string =>
  orderId === null ? t('tasks.outside.wanted', { title }) : t('tasks.outside.part', { title, number: orderNumber });

/** What waits for this one part and nothing else says who can act where it says why. */
export const isWhoSaidIn = (waiting: { readonly cause: string } | null, parts: readonly OutsidePart[]): boolean =>
  waiting?.cause === 'otherOrder' && parts.length === 1;
