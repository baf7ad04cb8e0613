/** Opens the plan of the example order, over answers of which a test says only what it cares about. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanNode } from '../../preload/contract/plan.ts';
import { ActionMenu } from '../actions/ActionMenu.tsx';
import { exampleOutlook, examplePlan } from '../plan/planExample.ts';
import { forgetPlace } from '../plan/planMemory.ts';
import { PlanScreen } from '../plan/PlanScreen.tsx';
import { drawOver, type Answers } from './literalDesk.tsx';
import { order } from './literalOrders.ts';
import { codes, session } from './literalSession.ts';

/** Before each test: nobody has been in this plan yet. */
export function comeAnew(): void {
  window.location.hash = '#/orders/o1/plan';
  window.localStorage.clear();
  forgetPlace('o1');
}

/** All of the plan at once, and any part of it by itself. */
export const treeOf = (nodes: readonly PlanNode[], version = 3): Answers => ({
  'plan.tree': ({ root }) => ({
    version,
    next: null,
    nodes: root === 'order' ? [...nodes] : nodes.filter(node => node.key === root),
  }),
});

export async function openPlan(more: Answers = {}, nodes: readonly PlanNode[] = examplePlan) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'codes.get': () => codes,
      'order.get': () => order('o1', { state: 'inProgress' }),
      'plan.outlook': () => exampleOutlook,
      ...treeOf(nodes),
      ...more,
    },
    <>
      <PlanScreen orderId="o1" />
      <ActionMenu />
    </>,
  );
  await screen.findByRole('treegrid');
  return { ...drawn, user: userEvent.setup() };
}

export const rowNamed = (name: RegExp): HTMLElement => screen.getByRole('row', { name });

/** The keys of the rows in sight, from above. */
export const shownKeys = (): readonly string[] =>
  screen.getAllByRole('row').flatMap(element => element.getAttribute('data-key') ?? []);
