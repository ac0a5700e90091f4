import type { ReactNode } from 'react';

/** Line icons of 24 by 24, in the colour of the text beside them; always decoration. */
function Icon({ width = 1.8, children }: { width?: number; children: ReactNode }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const TodayIcon = () => (
  <Icon>
    <rect x="4" y="5" width="16" height="15" rx="3" />
    <path d="M4 9.5h16M8.5 3v3.5M15.5 3v3.5m-6.5 8 2.2 2.2 4-4" />
  </Icon>
);

export const LeadsIcon = () => (
  <Icon>
    <circle cx="9.5" cy="8.5" r="3.5" />
    <path d="M3 19.5c.4-3.4 3-5.5 6.5-5.5s6.1 2.1 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4m2.5 3c1.7.9 2.8 2.5 3 4.8" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 8.2v7.6M8.2 12h7.6" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9m4.5 0H20M4 12h2.5m4.5 0h9M4 17h7m4.5 0H20" />
    <circle cx="15.2" cy="7" r="2.2" />
    <circle cx="8.7" cy="12" r="2.2" />
    <circle cx="13.2" cy="17" r="2.2" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6" />
    <path d="m15 15 5 5" />
  </Icon>
);

export const CheckMark = () => (
  <Icon width={3}>
    <path d="m5.5 12.5 4.5 4.5 8.5-9.5" />
  </Icon>
);

export const MinusMark = () => (
  <Icon width={3}>
    <path d="M6.5 12h11" />
  </Icon>
);

export const UpIcon = () => (
  <Icon width={2}>
    <path d="M12 19V5.5M6 11l6-6 6 6" />
  </Icon>
);

export const DownIcon = () => (
  <Icon width={2}>
    <path d="M12 5v13.5M6 13l6 6 6-6" />
  </Icon>
);

export const PencilIcon = () => (
  <Icon>
    <path d="m4.5 19.5.8-4L15.8 5a2 2 0 0 1 2.8 0l.4.4a2 2 0 0 1 0 2.8L8.5 18.7z" />
  </Icon>
);

export const BinIcon = () => (
  <Icon>
    <path d="M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7M10.3 11v5m3.4-5v5" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5.2l3.3 2" />
  </Icon>
);

export const CloudOffIcon = () => (
  <Icon>
    <path d="M7.5 18.5h9.5a4 4 0 0 0 .8-7.9A6 6 0 0 0 6.3 10.3 4.2 4.2 0 0 0 7.5 18.5zM4 4l16 16" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M12 4.5 3.5 19h17zM12 10v4.2m0 2.3v.1" />
  </Icon>
);
