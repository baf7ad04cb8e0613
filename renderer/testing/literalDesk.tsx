/** Draws a part of the window over an app whose answers are written down in the test, and keeps what was asked. */
import { MantineProvider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Bridge, Notice, Reply } from '../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import { useKeys } from '../actions/useKeys.ts';
import { DeskProvider } from '../DeskProvider.tsx';
import { useSession } from '../people.ts';
import { Toasts } from '../ui/Toasts.tsx';

/** What the app answers to each call; a call without an answer fails as unknown. */
export type Answers = { readonly [C in CallName]?: (input: Input<C>) => Told<C> | Promise<Told<C>> };
type Told<C extends CallName> = Output<C> | { readonly refusal: Refusal };

export type Asked = { readonly name: CallName; readonly input: unknown };

type LiteralDesk = {
  readonly desk: Bridge;
  readonly asked: readonly Asked[];
  /** What was asked with this call, in turn. */
  readonly sent: (name: CallName) => readonly unknown[];
  /** Tells the window something, as the app does after a change. */
  readonly tell: (notice: Notice) => void;
  /** Loses the app, or finds it again. */
  readonly reach: (reachable: boolean) => void;
};

export function literalDesk(answers: Answers): LiteralDesk {
  const asked: Asked[] = [];
  const listeners = new Map<string, Set<(body: never) => void>>();
  const followers = new Set<(reachable: boolean) => void>();
  const desk: Bridge = {
    shell: 'browser',
    call: <C extends CallName>(name: C, input: Input<C>): Promise<Reply<Output<C>>> => {
      asked.push({ name, input });
      const value = answers[name]?.(input);
      if (value === undefined) return Promise.resolve({ ok: false, error: { code: 'UnknownCall', message: name } });
      return value instanceof Promise ? value.then(replyOf<C>) : Promise.resolve(replyOf<C>(value));
    },
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener));
      return () => void heard.delete(listener);
    },
    onConnection(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },
  };
  const tell = ({ name, body }: Notice): void => {
    for (const listener of listeners.get(name) ?? []) listener(body as never);
  };
  const reach = (reachable: boolean): void => {
    for (const follow of followers) follow(reachable);
  };
  const sent = (name: CallName): readonly unknown[] => asked.filter(one => one.name === name).map(({ input }) => input);
  return { desk, asked, sent, tell, reach };
}

const replyOf = <C extends CallName>(value: Told<C>): Reply<Output<C>> =>
  'refusal' in value ? { ok: false, error: value.refusal } : { ok: true, value };

export function drawOver(answers: Answers, children: ReactNode): RenderResult & Omit<LiteralDesk, 'desk'> {
  notifications.clean();
  const { desk, ...rest } = literalDesk(answers);
  const drawn = render(
    <MantineProvider env="test">
      <DeskProvider desk={desk}>
        <Seated>{children}</Seated>
        <Toasts />
      </DeskProvider>
    </MantineProvider>,
  );
  return { ...drawn, ...rest };
}

/** As in the window itself, nothing is drawn before it is known who sits there. */
function Seated({ children }: { readonly children: ReactNode }) {
  useKeys();
  return useSession() ? children : null;
}
