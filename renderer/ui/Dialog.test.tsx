/** A dialog takes the focus as it opens and gives it back as it goes. */
import { MantineProvider, TextInput } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Dialog } from './Dialog.tsx';

const draw = (opened: boolean, content = <TextInput label="Person" data-autofocus />) => (
  <MantineProvider env="test">
    <button type="button">Assign</button>
    {opened && (
      <Dialog title="Assign TASK1" onClose={() => {}}>
        {content}
      </Dialog>
    )}
  </MantineProvider>
);

test('what is typed right after it was asked for goes into it: the focus waits for no timer', () => {
  const { rerender } = render(draw(false));
  screen.getByRole('button', { name: 'Assign' }).focus();
  rerender(draw(true));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Person' }));
  rerender(draw(false));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Assign' }));
});

test('one without a field keeps the keys from the screen below all the same', () => {
  const { rerender } = render(draw(false));
  rerender(draw(true, <p>Nothing to fill in.</p>));
  expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'Assign TASK1' }));
});
