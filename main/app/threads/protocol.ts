/** What the shell's thread and the two threads of the app say to each other. */
import type { Notice } from '../../../preload/contract/bridge.ts';

export type ThreadData = { readonly workspaceDir: string; readonly samplesDir: string; readonly appVersion: string };

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'close' };

export type FromThread =
  | { readonly kind: 'ready' }
  /** The workspace cannot be opened; the message is for the person. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  /** JSON of the reply: one text crosses more quickly than a hundred rows, and goes on to the window as it is. */
  | { readonly kind: 'reply'; readonly id: number; readonly reply: string }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'closed' };
