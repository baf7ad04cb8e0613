/** What the palette offers for some words: what can be done here, what is in the workspace, where one can go; in that order. */
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useCall, type CallState } from '../calls.ts';
import { navigate, type Route } from '../route.ts';
import { State } from '../State.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import type { Output } from '../../preload/contract/contract.ts';
import { ariaKeys, firstKeys } from './keys.ts';
import { runAction, useRegistry, type ScopedAction } from './registry.ts';
import classes from './Palette.module.css';

const SEARCH_REST_MS = 60;
const RESULTS = 12;

export type PaletteLine = {
  readonly key: string;
  readonly content: ReactNode;
  readonly isEnabled: boolean;
  readonly keys?: string;
  readonly run: () => void;
};

export type PaletteGroup = { readonly name: string; readonly lines: readonly PaletteLine[] };

type Found = Output<'search.find'>['results'][number];

export type PaletteLines = {
  readonly groups: readonly PaletteGroup[];
  readonly problem: CallState<unknown>['problem'];
  /** False while the workspace is still searched for these very words. */
  readonly isWhole: boolean;
};

/** What can be done is what could be done when the palette was opened. */
export function usePaletteLines(text: string): PaletteLines {
  const registry = useRegistry();
  const [offered] = useState(() => registry.list());
  const [settled] = useDebouncedValue(text, SEARCH_REST_MS);
  const found = useCall(
    'search.find',
    { text: settled, limit: RESULTS },
    { enabled: settled !== '', keepPrevious: true },
  );
  const matching = offered.filter(({ label }) => t(label).toLowerCase().includes(text.toLowerCase()));
  // Until the answer to these very words is there, only what fits them stays: Enter must not open what was asked before.
  const isWhole = text === '' || (settled === text && !found.previous && !found.loading);
  const results = text === '' ? [] : (found.value?.results ?? []).filter(one => isWhole || fits(one, text));
  const groups = [
    {
      name: t('shell.palette.actions'),
      lines: matching.filter(({ scope }) => scope !== 'global').map(actionLine),
    },
    { name: t('shell.palette.results'), lines: results.map(resultLine) },
    { name: t('shell.palette.goTo'), lines: matching.filter(({ scope }) => scope === 'global').map(actionLine) },
  ];
  return { groups: groups.filter(({ lines }) => lines.length > 0), problem: found.problem, isWhole };
}

function actionLine(action: ScopedAction): PaletteLine {
  const { id, label, keys } = action;
  const enabled = action.isEnabled?.() ?? true;
  return {
    key: `action ${id}`,
    isEnabled: enabled === true,
    ...(keys && { keys: ariaKeys(keys) }),
    run: () => void runAction(action),
    content: (
      <>
        <span className={classes.text}>{t(label)}</span>
        {enabled !== true && (
          <span className={classes.kind} title={enabled}>
            {enabled}
          </span>
        )}
        {keys && <KeyHint keys={firstKeys(keys)} />}
      </>
    ),
  };
}

function resultLine(result: Found): PaletteLine {
  return {
    key: `${result.kind}${result.orderId}${result.subject}`,
    isEnabled: true,
    run: () => navigate(routeTo(result)),
    content: (
      <>
        <State of={result.kind} state={result.state} glyphOnly />
        <span className={classes.number}>{result.number}</span>
        <span className={classes.text} title={result.title}>
          {result.title}
        </span>
        <span className={classes.kind}>{t(`shell.kind.${result.kind}`)}</span>
      </>
    ),
  };
}

const fits = ({ number, title }: Pick<Found, 'number' | 'title'>, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every(piece => `${number} ${title}`.toLowerCase().includes(piece));

/** `subject` is `order`, `T12` or `F3`. */
export function routeTo({ kind, orderId, subject }: Pick<Found, 'kind' | 'orderId' | 'subject'>): Route {
  const number = Number(subject.slice(1));
  if (kind === 'task') return { screen: 'tasks', orderId, task: number };
  if (kind === 'fallout') return { screen: 'fallout', orderId, fallout: number };
  return { screen: 'order', orderId, tab: 'overview' };
}
