/** The window's own colours for both themes: surfaces, quiet text and the ten kinds of state; a test computes their contrast. */

export const stateKinds = [
  'pending',
  'ready',
  'inProgress',
  'waiting',
  'held',
  'completed',
  'partial',
  'failed',
  'conflict',
  'stopped',
] as const;
export type StateKind = (typeof stateKinds)[number];

export type Scheme = 'light' | 'dark';

type Palette = {
  readonly surfaces: { readonly [name in 'body' | 'side' | 'raised' | 'hover' | 'selected']: string };
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  /** Borders that carry meaning, such as those of inputs. */
  readonly edge: string;
  readonly ring: string;
  readonly accent: string;
  readonly states: { readonly [K in StateKind]: string };
};

export const colors: { readonly [S in Scheme]: Palette } = {
  light: {
    surfaces: { body: '#ffffff', side: '#f4f6f8', raised: '#ffffff', hover: '#f1f3f5', selected: '#e3effb' },
    text: '#1b1f24',
    quiet: '#565d65',
    line: '#dfe3e8',
    edge: '#868e96',
    ring: '#1864ab',
    accent: '#1864ab',
    states: {
      pending: '#495057',
      ready: '#1864ab',
      inProgress: '#5f3dc4',
      waiting: '#495057',
      held: '#a33b00',
      completed: '#1f6b2e',
      partial: '#1f6b2e',
      failed: '#c22525',
      conflict: '#8a2be2',
      stopped: '#495057',
    },
  },
  dark: {
    surfaces: { body: '#1b1e23', side: '#15171b', raised: '#23272d', hover: '#262a31', selected: '#1d3247' },
    text: '#dde1e7',
    quiet: '#a4acb7',
    line: '#33383f',
    edge: '#7b838d',
    ring: '#74c0fc',
    accent: '#74c0fc',
    states: {
      pending: '#adb5bd',
      ready: '#74c0fc',
      inProgress: '#b197fc',
      waiting: '#adb5bd',
      held: '#ffc078',
      completed: '#8ce99a',
      partial: '#8ce99a',
      failed: '#ffa8a8',
      conflict: '#d0bfff',
      stopped: '#adb5bd',
    },
  },
};

/** As CSS custom properties: `--desk-side`, `--desk-state-held` and so on. */
export function cssVariables(scheme: Scheme): Record<string, string> {
  const { surfaces, states, ...rest } = colors[scheme];
  return Object.fromEntries([
    ...Object.entries({ ...surfaces, ...rest }).map(([name, value]) => [`--desk-${name}`, value]),
    ...Object.entries(states).map(([name, value]) => [`--desk-state-${name}`, value]),
  ]) as Record<string, string>;
}
