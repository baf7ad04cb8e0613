/** The shape of each kind of state, drawn with the text's own colour so that high-contrast modes keep it. */
import type { ReactNode } from 'react';
import type { StateKind } from './colors.ts';

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const stroke = { fill: 'none', strokeWidth: 1.75, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const shapes: { readonly [K in StateKind]: ReactNode } = {
  pending: ring,
  ready: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  inProgress: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  waiting: (
    <path
      d="M4.5 2.5h7M4.5 13.5h7M5.5 2.5v2.2L8 8l2.5-3.3V2.5M5.5 13.5v-2.2L8 8l2.5 3.3v2.2"
      stroke="currentColor"
      {...stroke}
    />
  ),
  held: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" stroke="currentColor" {...stroke} />
      <path d="M6.2 5.5v5M9.8 5.5v5" stroke="currentColor" {...stroke} />
    </>
  ),
  completed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" stroke="var(--desk-body)" {...stroke} />
    </>
  ),
  partial: (
    <>
      {ring}
      <path d="m5 8.2 2 2 4-4.4" stroke="currentColor" {...stroke} />
    </>
  ),
  failed: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" stroke="currentColor" {...stroke} />
      <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" stroke="currentColor" {...stroke} />
    </>
  ),
  conflict: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" stroke="currentColor" {...stroke} />
      <path
        d="M5.2 7h5M8.8 5.6 10.2 7M10.8 9.3h-5M7.2 10.7 5.8 9.3"
        stroke="currentColor"
        {...stroke}
        strokeWidth={1.25}
      />
    </>
  ),
  stopped: (
    <>
      {ring}
      <path d="m3.9 12.1 8.2-8.2" stroke="currentColor" {...stroke} />
    </>
  ),
};

type Props = { readonly kind: StateKind; readonly size?: number };

export function StateGlyph({ kind, size = 14 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" data-glyph={kind}>
      {shapes[kind]}
    </svg>
  );
}
