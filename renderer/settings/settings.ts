/** How this person likes the window, kept on this machine: whether single keys act, and where to go after a decision. */
import { useSyncExternalStore } from 'react';

/** `focused`: only while a list, tree, graph or detail has the focus. */
export type SingleKeys = 'on' | 'focused' | 'off';
export type AfterDecision = 'next' | 'stay';

export type Settings = { readonly singleKeys: SingleKeys; readonly afterDecision: AfterDecision };

const KEY = 'desk.settings';
const DEFAULTS: Settings = { singleKeys: 'on', afterDecision: 'next' };
const listeners = new Set<() => void>();
let current: Settings | undefined;

export function readSettings(): Settings {
  current ??= { ...DEFAULTS, ...stored() };
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...readSettings(), ...change };
  window.localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, readSettings);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What an older or damaged setting holds is ignored. */
function stored(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    const { singleKeys, afterDecision } = value as { readonly [name: string]: unknown };
    return {
      ...((singleKeys === 'on' || singleKeys === 'focused' || singleKeys === 'off') && { singleKeys }),
      ...((afterDecision === 'next' || afterDecision === 'stay') && { afterDecision }),
    };
  } catch {
    return {};
  }
}
