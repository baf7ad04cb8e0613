/** The shape of `window.desk` and of the replies that cross it; both shells give the window this same object. */
import type { CallName, Input, NoticeName, NoticeOf, Output } from './contract.ts';
import type { Refusal } from './refusal.ts';

/** A fault is a wrong caller or a bug of ours; unlike a refusal it is never the business saying no. */
export type Fault = {
  readonly code: 'BadInput' | 'UnknownCall' | 'Internal' | 'Unreachable';
  readonly message: string;
};

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal | Fault };

/** What a shell needs of the app: one function to answer, one stream of notices, one way to stop. */
export type Desk = {
  /** Gives the reply as JSON: written where the question was answered, read in the window, and only passed on between. */
  readonly answer: (name: string, input: unknown) => Promise<string>;
  readonly subscribe: (listener: (notice: Notice) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** A desk that can also be asked from where it was opened, for tests and tools. */
export type ServingDesk = Desk & { readonly serve: (name: string, input: unknown) => Promise<Reply<unknown>> };

export type Notice = { [N in NoticeName]: { readonly name: N; readonly body: NoticeOf<N> } }[NoticeName];

export type Bridge = {
  readonly shell: 'electron' | 'browser';
  call<C extends CallName>(name: C, input: Input<C>): Promise<Reply<Output<C>>>;
  on<N extends NoticeName>(name: N, listener: (body: NoticeOf<N>) => void): () => void;
  /** Tells at once when the app is lost (false) and found again (true); absent where it cannot go without its window. */
  onConnection?(listener: (reachable: boolean) => void): () => void;
};
