/** What the boxes of the graph share: which is selected, which is the tab stop, which are marked, and what a click does. */
import { createContext, useContext, useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { GraphLook } from './graphModel.ts';
import type { MarkState } from './steps/stepMarks.ts';
import type { TreeMarking } from './useTreeGrid.ts';

export type GraphNodeData = {
  readonly node: PlanNode;
  readonly followers: number;
  readonly line?: string;
  /** A domain order whose tasks are not drawn. */
  readonly folded?: boolean;
  readonly look?: GraphLook;
  readonly inside?: number;
};

export type GraphMarking = Pick<TreeMarking, 'isOn' | 'markOf' | 'onToggle' | 'onClear' | 'onAddKeys'>;

type Selection = {
  readonly selected: string | null;
  readonly stop: string | null;
  readonly marking?: GraphMarking | undefined;
  /** Whether the person is in the graph: whatever becomes the tab stop then takes the focus, as soon as it is drawn. */
  readonly hasFocus: RefObject<boolean>;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  /** Draws a domain order as one box, or with its tasks. */
  readonly onFold: (key: string, folded: boolean) => void;
};

export const GraphSelection = createContext<Selection>({
  selected: null,
  stop: null,
  hasFocus: { current: false },
  onSelect: () => {},
  onOpen: () => {},
  onFold: () => {},
});

export const useGraphSelection = (): Selection => useContext(GraphSelection);

export type GraphPart = {
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly mark: MarkState;
  /** On what takes the focus. */
  readonly focusRef: RefObject<HTMLButtonElement | null>;
  /** A click selects the part, and with Ctrl it marks it too. */
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
};

/** What a box or a frame does with clicks, and how it stands among the others. */
export function useGraphPart({ key, tasks }: Pick<PlanNode, 'key' | 'tasks'>): GraphPart {
  const { selected, stop, marking, hasFocus, onSelect, onOpen } = useGraphSelection();
  const focusRef = useRef<HTMLButtonElement>(null);
  const isStop = key === stop;
  useEffect(() => {
    if (!isStop || !hasFocus.current || isElsewhere(focusRef.current)) return;
    focusRef.current?.focus({ preventScroll: true });
  }, [isStop, hasFocus]);
  const isHeld = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey;
  return {
    isSelected: key === selected,
    isStop,
    mark: marking?.isOn === true ? marking.markOf(key, tasks.total) : 'none',
    focusRef,
    onClick: event => {
      if (isHeld(event)) marking?.onToggle(key);
      onSelect(key);
    },
    onDoubleClick: event => {
      if (!isHeld(event)) onOpen(key);
    },
  };
}

/** The person has gone on to something outside of the graph meanwhile. */
function isElsewhere(part: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && !part?.closest('[role=group]')?.contains(activeElement);
}
