import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { QueueGrid } from './QueueGrid.tsx';
import type { Column } from './queueGridProps.ts';
import { SplitView } from './SplitView.tsx';

type Row = { readonly id: string; readonly name: string };

const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `Row ${index}` }));

const columns: readonly Column<Row>[] = [{ id: 'name', header: 'Name', width: '1fr', cell: row => row.name }];
const rowKey = (row: Row): string => row.id;

type Drawing = Partial<Parameters<typeof QueueGrid<Row>>[0]>;

function draw(rows: readonly Row[], more: Drawing = {}) {
  const onOpen = vi.fn<(row: Row, by: string) => void>();
  const onFocusRow = vi.fn<(row: Row, why: string) => void>();
  const grid = (shown: readonly Row[]) => (
    <MantineProvider env="test">
      <QueueGrid
        label="Queue"
        rows={shown}
        rowKey={rowKey}
        columns={columns}
        total={shown.length}
        onOpen={onOpen}
        onFocusRow={onFocusRow}
        autoFocus
        empty="Nothing here"
        {...more}
      />
    </MantineProvider>
  );
  const drawn = render(grid(rows));
  return {
    onOpen,
    onFocusRow,
    user: userEvent.setup(),
    show: (next: readonly Row[], and: Drawing = {}) => {
      more = { ...more, ...and };
      drawn.rerender(grid(next));
    },
  };
}

const focused = (): string | null | undefined => document.activeElement?.textContent;

test('of ten thousand rows only those in sight are drawn, and all are counted', () => {
  draw(rowsOf(10_000));
  const grid = screen.getByRole('grid', { name: 'Queue' });
  expect(grid.getAttribute('aria-rowcount')).toBe('10001');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
});

test('keys move one focus through the rows and Enter opens', async () => {
  const { user, onOpen } = draw(rowsOf(100));
  await user.keyboard('jj{ArrowDown}k');
  expect(focused()).toBe('Row 2');
  expect(screen.getAllByRole('row').filter(row => row.tabIndex === 0)).toHaveLength(1);
  await user.keyboard('{End}');
  expect(focused()).toBe('Row 99');
  await user.keyboard('{Home}{PageDown}');
  expect(focused()).toBe('Row 16');
  await user.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 'r16', name: 'Row 16' }, 'key');
});

test('when the focused row leaves, the next one takes the focus and its place', async () => {
  const { user, show, onFocusRow } = draw(rowsOf(5));
  await user.keyboard('jj');
  show(rowsOf(5).filter(({ id }) => id !== 'r2'));
  expect(focused()).toBe('Row 3');
  expect(onFocusRow).toHaveBeenLastCalledWith({ id: 'r3', name: 'Row 3' }, 'left');
});

test('rows that arrive above do not take the focus away from its row', async () => {
  const { user, show, onFocusRow } = draw(rowsOf(5));
  await user.keyboard('jj');
  onFocusRow.mockClear();
  show([{ id: 'new', name: 'New row' }, ...rowsOf(5)]);
  expect(focused()).toBe('Row 2');
  await user.keyboard('k');
  expect(focused()).toBe('Row 1');
  expect(onFocusRow).toHaveBeenCalledExactlyOnceWith({ id: 'r1', name: 'Row 1' }, 'moved');
});

test('what is opened from elsewhere takes the focus from the row that had it, also when it joins the list only later', async () => {
  const { user, show } = draw(rowsOf(5), { openKey: 'r0' });
  expect(focused()).toBe('Row 0');
  show(rowsOf(5), { openKey: 'r3' });
  expect(focused()).toBe('Row 3');
  show(rowsOf(5), { openKey: 'r7' });
  expect(focused()).toBe('Row 3');
  show(rowsOf(9));
  expect(focused()).toBe('Row 7');
  await user.keyboard('k');
  expect(focused()).toBe('Row 6');
});

test('what was opened by a link and is in no row of the list has the focus itself', () => {
  const list = (
    <QueueGrid
      label="Queue"
      rows={rowsOf(2)}
      rowKey={rowKey}
      columns={columns}
      total={2}
      onOpen={() => {}}
      openKey="r9"
      autoFocus
      empty=""
    />
  );
  render(
    <MantineProvider env="test">
      <SplitView list={list} detail="Row 9 in full" placeholder="" back={{ label: 'Queue', onClick: () => {} }} />
    </MantineProvider>,
  );
  expect(focused()).toContain('Row 9 in full');
});

test('more rows are asked for near the end', async () => {
  const onMore = vi.fn<() => void>();
  const { user } = draw(rowsOf(100), { hasMore: true, onMore, total: 500 });
  expect(onMore).not.toHaveBeenCalled();
  await user.keyboard('{End}');
  expect(onMore).toHaveBeenCalled();
});

const chosen = () =>
  screen
    .getAllByRole('row')
    .filter(row => row.getAttribute('aria-selected') === 'true')
    .map(row => row.textContent);

function Selecting() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return (
    <QueueGrid
      label="Queue"
      rows={rowsOf(3)}
      rowKey={rowKey}
      columns={columns}
      total={3}
      onOpen={() => {}}
      autoFocus
      empty=""
      selection={{
        keys,
        label: 'Select',
        onToggle: key => setKeys(new Set([...keys, key])),
        onAdd: more => setKeys(new Set([...keys, ...more])),
        onClear: () => setKeys(new Set()),
      }}
    />
  );
}

test('x selects the row with the focus', async () => {
  render(<Selecting />);
  await userEvent.keyboard('jx');
  expect(chosen()).toEqual(['Row 1']);
});

test('Shift with an arrow selects on the way, Ctrl+A all that are loaded, Escape none', async () => {
  render(<Selecting />);
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual(['Row 0', 'Row 1']);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(chosen()).toEqual(['Row 0', 'Row 1', 'Row 2']);
  await userEvent.keyboard('{Escape}');
  expect(chosen()).toEqual([]);
});

test('an empty list says so inside the grid', () => {
  draw([]);
  expect(within(screen.getByRole('grid')).getByText('Nothing here')).toBeDefined();
});
