/** The buttons over a corner of the graph that fit and zoom it. */
import { ActionIcon } from '@mantine/core';
import type { RefObject } from 'react';
import { t } from '../words/words.ts';
import type { GraphView } from './PlanGraph.tsx';
import classes from './GraphPane.module.css';

type Props = { readonly view: RefObject<GraphView | null> };

const controls = [
  { label: 'plan.action.fit', keys: '0', act: 'fit', path: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10' },
  { label: 'plan.action.zoomOut', keys: '-', act: 'zoomOut', path: 'M3 8h10' },
  { label: 'plan.action.zoomIn', keys: '+', act: 'zoomIn', path: 'M8 3v10M3 8h10' },
] as const;

export function GraphControls({ view }: Props) {
  return (
    <div className={classes.controls}>
      {controls.map(({ label, keys, act, path }) => (
        <ActionIcon
          key={act}
          variant="default"
          size="md"
          aria-label={t(label)}
          aria-keyshortcuts={keys}
          title={`${t(label)} (${keys})`}
          onClick={() => view.current?.[act]()}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </ActionIcon>
      ))}
    </div>
  );
}
