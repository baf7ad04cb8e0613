/** The graph of a plan: names, one tab stop, and keys along the arrows. */
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, test } from 'vitest';
import { graphModel } from './graphModel.ts';
import { layoutGraph } from './layout.ts';
import { examplePlan, planEdge } from './planExample.ts';
import { PlanGraph } from './PlanGraph.tsx';

const model = graphModel({
  nodes: [...examplePlan],
  edges: [planEdge('T1', 'T2'), planEdge('T3', 'T4'), planEdge('D1', 'D2')],
  folded: false,
});
const { places, routes } = layoutGraph(model);
const byKey = new Map(places.map(place => [place.key, place] as const));

function Shown() {
  const [selected, setSelected] = useState<string | null>('T1');
  const hasFocus = useRef(false);
  return (
    <MantineProvider env="test">
      <PlanGraph
        model={model}
        places={byKey}
        routes={routes}
        selected={selected}
        onSelect={setSelected}
        onOpen={() => {}}
        onFold={() => {}}
        view={{ current: null }}
        hasFocus={hasFocus}
      />
    </MantineProvider>
  );
}

const box = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

test('O3 every box is named with its state and with what it waits for', () => {
  render(<Shown />);
  expect(box(/^Reserve access port CP Task On hold 1 open fallout High waits for FO0000421-1$/)).toBeDefined();
  expect(box(/^In progress Access line Domain order Internet access 1 Gbit\/s 1 part waits for it$/)).toBeDefined();
});

test('O4 what lies on the critical path says so', () => {
  render(<Shown />);
  expect(box(/^Configure the router/).textContent).toContain('CP');
  expect(box(/^Survey the site/).textContent).not.toContain('CP');
});

test('it is one tab stop, and arrows follow the arrows', () => {
  render(<Shown />);
  const stops = (): (string | null)[] =>
    screen
      .getAllByRole('button')
      .filter(button => button.tabIndex === 0 && button.hasAttribute('aria-pressed'))
      .map(button => button.getAttribute('title'));
  expect(stops()).toEqual(['Survey the site']);
  fireEvent.keyDown(box(/^Survey the site/), { key: 'ArrowRight' });
  expect(document.activeElement).toBe(box(/^Reserve access port/));
  fireEvent.keyDown(box(/^Reserve access port/), { key: 'ArrowRight' });
  expect(stops()).toEqual(['Configure the router']);
  expect(box(/^Configure the router/).getAttribute('aria-pressed')).toBe('true');
  fireEvent.keyDown(box(/^Configure the router/), { key: 'ArrowLeft' });
  expect(stops()).toEqual(['Reserve access port']);
});
