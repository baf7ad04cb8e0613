/** The few line icons of the frame, drawn in the colour of the text around them; always beside or instead of a named control's text. */
import type { ReactNode } from 'react';

const paths = {
  approvals: (
    <>
      <path d="M4 3h8v10.5H4z" />
      <path d="m6 8.2 1.6 1.6L10.5 6.5M6.5 1.5h3v2.5h-3z" />
    </>
  ),
  orders: <path d="M3 4h10M3 8h10M3 12h10" />,
  tasks: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.4 1.6" />
    </>
  ),
  fallout: (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3.2M8 11.6v.1" />
    </>
  ),
  import: <path d="M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 11v2.5h11V11" />,
  settings: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  back: <path d="M9.5 3 4.5 8l5 5" />,
  forward: <path d="m6.5 3 5 5-5 5" />,
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.7" />
      <path d="M2.8 13.8c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1" />
    </>
  ),
  dark: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />,
  auto: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
    </>
  ),
  saved: <path d="M3 2.5h8l2 2v9H3zM5.5 2.5v4h5v-4M5 13.5V9.5h6v4" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.5" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.4 1.6" />
    </>
  ),
  open: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  download: <path d="M8 2v8M4.8 7 8 10.2 11.2 7M3 13.5h10" />,
  menu: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

type Props = { readonly name: IconName; readonly size?: number };

export function Icon({ name, size = 16 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  );
}
