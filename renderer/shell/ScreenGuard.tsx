/** Catches what a screen throws while drawing, says so, and leaves the rest of the window usable. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { t } from '../words/words.ts';

type Props = {
  /** Another value forgets the failure, as when going to another screen. */
  readonly resetKey: string;
  readonly children: ReactNode;
};

type State = { readonly failure: Error | null; readonly key: string };

export class ScreenGuard extends Component<Props, State> {
  override state: State = { failure: null, key: this.props.resetKey };

  static getDerivedStateFromError(failure: Error): Partial<State> {
    return { failure };
  }

  static getDerivedStateFromProps({ resetKey }: Props, { key }: State): Partial<State> | null {
    return resetKey === key ? null : { key: resetKey, failure: null };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <ErrorState
        title={t('shell.crash.title')}
        text={t('shell.crash.text', { message: failure.message })}
        retry={{ label: t('shell.crash.reload'), onClick: () => window.location.reload() }}
      />
    );
  }
}
