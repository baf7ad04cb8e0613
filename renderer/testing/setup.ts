/** Gives jsdom the few browser parts that Mantine and the virtual lists ask for, and clears the page after each test. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const noMatch = (media: string): MediaQueryList => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});

Object.assign(window, { matchMedia: noMatch, ResizeObserver: StillObserver });
// Mantine's growing text areas measure again when fonts arrive.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Object.assign(window.HTMLElement.prototype, { scrollIntoView: () => {} });

// How long something may take on a machine that is busy with other tests; what is there at once is found at once.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
