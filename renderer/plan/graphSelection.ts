/** What the boxes of the graph share: which is selected, which is the tab stop, and what a click does. */
import { createContext, useContext } from 'react';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { stateWord } from '../State.tsx';
import { t } from '../words/words.ts';
import { ownerOf } from './partState.ts';
import { whyShort } from './whyWords.ts';

export type GraphNodeData = { readonly node: PlanNode; readonly followers: number; readonly line?: string };

type Selection = {
  readonly selected: string | null;
  readonly stop: string | null;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
};

export const GraphSelection = createContext<Selection>({
  selected: null,
  stop: null,
  onSelect: () => {},
  onOpen: () => {},
});

export const useGraphSelection = (): Selection => useContext(GraphSelection);

/** Name, kind, state, what it waits for and how many wait for it: everything the box shows by shape and place. */
export function graphLabel({ node, followers }: GraphNodeData): string {
  const values = {
    title: node.title,
    kind: t(`plan.kind.${node.kind}`),
    state: stateWord(ownerOf(node.kind), node.state),
    waiting: node.waiting ? whyShort(node.waiting) : '',
  };
  const label = values.waiting ? t('plan.graph.nodeWaiting', values) : t('plan.graph.node', values);
  return followers > 0 ? t('plan.graph.blocks', { label, count: followers }) : label;
}
