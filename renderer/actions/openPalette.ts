/** Whether the command palette is open: any part of the window opens it, without loading it first. */
import { useSyncExternalStore } from 'react';

let isOpened = false;
const listeners = new Set<() => void>();

function set(opened: boolean): void {
  isOpened = opened;
  for (const listener of listeners) listener();
}

export const openPalette = (): void => set(true);
export const closePalette = (): void => set(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const usePaletteOpened = (): boolean => useSyncExternalStore(subscribe, () => isOpened);
