/** Everything a person can do right now, each once: the source of keys, palette, row menu and shortcut sheet. */
import { useLayoutEffect, useRef } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { WordKey } from '../words/words.ts';

export type ActionScope = 'global' | 'approvals' | 'order' | 'plan' | 'tasks' | 'fallout';

export type Action = {
  readonly id: string;
  readonly label: WordKey;
  /** `a`, `Shift+A`, `g a`, `Ctrl+K`, `Alt+1`, `[`. */
  readonly keys?: string;
  /** In a field and in a dialog the keys mean what they mean there, such as Ctrl+Z in a text. */
  readonly notWhileTyping?: boolean;
  /** True, or why not, in words. */
  readonly isEnabled?: () => true | string;
  readonly run: () => void;
};

export type ScopedAction = Action & { readonly scope: ActionScope };

type Registration = { readonly scope: ActionScope; readonly latest: { readonly current: readonly Action[] } };

export type Registry = {
  readonly add: (registration: Registration) => () => void;
  /** Newest first: what a screen registers comes before what is always there. */
  readonly list: () => readonly ScopedAction[];
};

export function createRegistry(): Registry {
  let registrations: readonly Registration[] = [];
  return {
    add(registration) {
      registrations = [registration, ...registrations];
      return () => {
        registrations = registrations.filter(one => one !== registration);
      };
    },
    list() {
      const seen = new Set<string>();
      return registrations
        .flatMap(({ scope, latest }) => latest.current.map(action => ({ ...action, scope })))
        .filter(({ id }) => !seen.has(id) && seen.add(id));
    },
  };
}

const registries = new WeakMap<QueryClient, Registry>();

/** One registry for each window, so that two windows in one test do not hear each other's keys. */
export function useRegistry(): Registry {
  const client = useQueryClient();
  const known = registries.get(client);
  if (known) return known;
  const made = createRegistry();
  registries.set(client, made);
  return made;
}

/** Registers the actions while the component is there; the newest values are used when a key is pressed. */
export function useActions(scope: ActionScope, actions: readonly Action[]): void {
  const registry = useRegistry();
  const latest = useRef(actions);
  latest.current = actions;
  // Its keys work as soon as it is drawn.
  useLayoutEffect(() => registry.add({ scope, latest }), [registry, scope]);
}

/** Runs it when it may be run; otherwise tells why not. */
export function runAction(action: Action): true | string {
  const enabled = action.isEnabled?.() ?? true;
  if (enabled === true) action.run();
  return enabled;
}
