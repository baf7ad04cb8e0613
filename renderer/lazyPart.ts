/** Parts of the window that are loaded when they are first shown, or before, when there is nothing else to do: by then the app may be gone. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const known = new Set<() => Promise<unknown>>();

export function lazyPart<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  known.add(load);
  return lazy(async () => ({ default: await load() }));
}

/** One after the other, those included that come to be known on the way. What fails is asked for again when it is shown. */
export async function loadParts(): Promise<void> {
  for (const load of known) await load().catch(() => undefined);
}
