import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-4.5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

/** The pictures on buttons, drawn on one grid of 20 with one pen. */
export const icons = {
  arrowUp: (
    <Icon>
      <path d="M10 16V4M5 9l5-5 5 5" />
    </Icon>
  ),
  stop: (
    <Icon>
      <rect x="5" y="5" width="10" height="10" rx="1.5" fill="currentColor" />
    </Icon>
  ),
  again: (
    <Icon>
      <path d="M15.5 6.5A6.5 6.5 0 1 0 16.5 11M16 3v4h-4" />
    </Icon>
  ),
  copy: (
    <Icon>
      <rect x="7" y="7" width="9.5" height="9.5" rx="1.5" />
      <path d="M13 7V5a1.5 1.5 0 0 0-1.5-1.5h-6A1.5 1.5 0 0 0 4 5v6a1.5 1.5 0 0 0 1.5 1.5H7" />
    </Icon>
  ),
  check: (
    <Icon>
      <path d="m4 10.5 4 4 8-9" />
    </Icon>
  ),
  close: (
    <Icon>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  ),
  previous: (
    <Icon>
      <path d="m12 4-6 6 6 6" />
    </Icon>
  ),
  next: (
    <Icon>
      <path d="m8 4 6 6-6 6" />
    </Icon>
  ),
  shuffle: (
    <Icon>
      <path d="M3 6h3l8 8h3M3 14h3l2-2M12 8l2-2h3M15 4l2 2-2 2M15 12l2 2-2 2" />
    </Icon>
  ),
  sun: (
    <Icon>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3" />
    </Icon>
  ),
  moon: (
    <Icon>
      <path d="M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z" />
    </Icon>
  ),
  system: (
    <Icon>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" />
    </Icon>
  ),
  keyboard: (
    <Icon>
      <rect x="2" y="5" width="16" height="10.5" rx="1.5" />
      <path d="M5 8.2h.01M8.3 8.2h.01M11.6 8.2h.01M15 8.2h.01M6.5 12.2h7" />
    </Icon>
  ),
  external: (
    <Icon>
      <path d="M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.5V12M11.5 3.5h5v5M16 4l-7 7" />
    </Icon>
  ),
  alert: (
    <Icon>
      <path d="M10 3.2 2.5 16.4h15L10 3.2ZM10 8v4M10 14.2h.01" />
    </Icon>
  ),
  download: (
    <Icon>
      <path d="M10 3v9.5M5.5 8.5 10 13l4.5-4.5M4 16.5h12" />
    </Icon>
  ),
  plus: (
    <Icon>
      <path d="M10 4v12M4 10h12" />
    </Icon>
  ),
};
