/** What the boxes of the graph share: which is selected, which is the tab stop, and what a click does. */
import { createContext, useContext } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';

export type GraphNodeData = {
  readonly node: PlanNode;
  readonly followers: number;
  readonly line?: string;
  /** A domain order whose tasks are not drawn. */
  readonly folded?: boolean;
};

type Selection = {
  readonly selected: string | null;
  readonly stop: string | null;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  /** Draws a domain order as one box, or with its tasks. */
  readonly onFold: (key: string, folded: boolean) => void;
};

export const GraphSelection = createContext<Selection>({
  selected: null,
  stop: null,
  onSelect: () => {},
  onOpen: () => {},
  onFold: () => {},
});

export const useGraphSelection = (): Selection => useContext(GraphSelection);
