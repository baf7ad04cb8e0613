/** The buttons over a corner of the graph that fit and zoom it, and fold it by domain order. */
import { ActionIcon } from '@mantine/core';
import type { RefObject } from 'react';
import { t } from '../words/words.ts';
import type { GraphView } from './useGraphCamera.ts';
import classes from './GraphPane.module.css';

type Props = {
  readonly view: RefObject<GraphView | null>;
  /** Undefined where there is nothing to fold. */
  readonly foldAll?: { readonly folded: boolean; readonly onFold: (folded: boolean) => void } | undefined;
};

const controls = [
  { label: 'plan.action.fit', keys: '0', act: 'fit', path: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10' },
  { label: 'plan.action.zoomOut', keys: '-', act: 'zoomOut', path: 'M3 8h10' },
  { label: 'plan.action.zoomIn', keys: '+', act: 'zoomIn', path: 'M8 3v10M3 8h10' },
] as const;

const folds = {
  open: 'M8 1.5v4M6 3.5 8 1.5l2 2M8 14.5v-4M6 12.5l2 2 2-2M2.5 8h11',
  close: 'M8 1.5v4M6 3.5l2 2 2-2M8 14.5v-4M6 12.5l2-2 2 2M2.5 8h11',
};

export function GraphControls({ view, foldAll }: Props) {
  const foldLabel = t(foldAll?.folded ? 'plan.graph.openAll' : 'plan.graph.closeAll');
  return (
    <div className={classes.controls}>
      {foldAll && (
        <ActionIcon
          variant="default"
          size={28}
          aria-label={foldLabel}
          title={foldLabel}
          onClick={() => foldAll.onFold(!foldAll.folded)}
        >
          <Glyph path={foldAll.folded ? folds.open : folds.close} />
        </ActionIcon>
      )}
      {controls.map(({ label, keys, act, path }) => (
        <ActionIcon
          key={act}
          variant="default"
          size={28}
          aria-label={t(label)}
          aria-keyshortcuts={keys}
          title={`${t(label)} (${keys})`}
          onClick={() => view.current?.[act]()}
        >
          <Glyph path={path} />
        </ActionIcon>
      ))}
    </div>
  );
}

function Glyph({ path }: { readonly path: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
