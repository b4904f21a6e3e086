/** Line icons on a 24-pixel grid. Decoration only: the word is always beside them or in the accessible name. */
const PATHS = {
  picture: 'M9 4 3.5 6v14L9 18l6 2 5.5-2V4L15 6 9 4Zm0 0v14m6-12v14',
  records: 'M6 3h9l4 4v14H6V3Zm9 0v4h4M9 12h7M9 16h7',
  cases: 'M4 5h11v8H9l-3 3v-3H4V5Zm13 4h3v8h-2v3l-3-3h-5v-2',
  overview: 'M4 4h7v9H4V4Zm9 0h7v5h-7V4Zm0 7h7v9h-7v-9Zm-9 4h7v5H4v-5Z',
  meetings: 'M3 12h18M6 12v7m12-7v7M7 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  commitments: 'M4 12.500 7 9l3 2 4-3.500 6 4.500v5l-6 3-3.500-2L7 19l-3-2v-4.500ZM4 9V5m16 4V5M9 15l2 2 4-4',
  relief:
    'M12 21C6 16.500 3.500 13 3.500 9.500A4.500 4.500 0 0 1 12 7.200a4.500 4.500 0 0 1 8.500 2.300C20.500 13 18 16.500 12 21Zm-3-9.500h6m-3-3v6',
  acsa: 'M3 7h11v9H3V7Zm11 3h4l3 3v3h-7v-6ZM7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  watching: 'M12 3a9 9 0 1 0 9 9M12 7a5 5 0 1 0 5 5M12 12l6.500-6.500',
  agreements: 'M4 4h16v16H4V4Zm0 5.3h16M4 14.6h16M9.3 4v16M14.6 4v16',
  reviews: 'M5 3h10l4 4v6M15 3v4h4M5 3v18h6M8.500 11h6M8.500 15h3m2.500 3.500 2.200 2.200 4.300-4.700',
  audit: 'M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6l-7-3Zm-3.2 8.8 2.3 2.4 4.3-4.6',
  links: 'M9.5 14.5 14.5 9.5M10.5 7.5 13 5a4.2 4.2 0 0 1 6 6l-2.5 2.5M13.5 16.5 11 19a4.2 4.2 0 0 1-6-6l2.5-2.5',
  feeds:
    'M12 12h.01M8.500 15.500a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M5.600 18.400a9 9 0 0 1 0-12.800m12.800 0a9 9 0 0 1 0 12.800M12 14v7',
  ledgers: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3V4Zm0 12.5A2.5 2.5 0 0 1 7.5 14H19M9 8h6',
  people:
    'M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5ZM3 19c0-3.3 2.7-5.2 6-5.2s6 1.9 6 5.2M16 5.6a3 3 0 0 1 0 5.6m2 3.2c2 .7 3 2.300 3 4.600',
  backups:
    'M4 6c0-1.400 3.600-2.500 8-2.500s8 1.100 8 2.500-3.600 2.500-8 2.500S4 7.400 4 6Zm0 0v12c0 1.400 3.600 2.500 8 2.500s8-1.100 8-2.500V6M4 12c0 1.400 3.600 2.500 8 2.500s8-1.100 8-2.500',
  keys: 'M14.500 4a5 5 0 1 1-4.400 7.400L4 17.500V20h3v-2h2v-2h2l1.600-1.800M15.500 8h.01',
  operation: 'M4 13h4l2.500-7 4 13 2.500-6h3M4 4h16v16H4V4Z',
  account: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.500 20c0-3.800 3.300-6 7.500-6s7.500 2.200 7.500 6',
  glossary: 'M4 4h7v16H4V4Zm9 0h7v16h-7V4ZM6.500 8h2m-2 3h2m7-3h2m-2 3h2',
  bodies: 'M4 20V9l8-5 8 5v11M3 20h18M8 12h2m4 0h2m-8 4h2m4 0h2',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L20 20',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12Zm9.5-3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  eyeOff: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12ZM4 20 20 4',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Zm0-13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  help: 'M9 9a3 3 0 1 1 4.2 2.8c-.9.4-1.2 1-1.2 2.2m0 3.2v.1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  signOut: 'M10 4H5v16h5m4-12 4 4-4 4m4-4H9',
  measure: 'm4 16 12-12 4 4L8 20l-4-4Zm3-3 2 2m1-5 2 2m1-5 2 2',
  rings: 'M12 12h.01M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-4.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17Z',
  draw: 'M5 19 4 8l9-4 7 7-5 8-10 0Zm0 0h.01M4 8h.01M13 4h.01M20 11h.01M15 19h.01',
  filter: 'M4 5h16l-6.500 7.500V19l-3 1.500v-8L4 5Z',
  views: 'M6 4h12v16l-6-4.500L6 20V4Z',
  edit: 'm4 20 1-5L16 4l4 4L9 19l-5 1Zm9.500-13.500 4 4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z',
  play: 'M7 4.500v15l12-7.500-12-7.500Z',
  pause: 'M8 5v14M16 5v14',
  stepBack: 'M18 5 9 12l9 7V5ZM6 5v14',
  stepForward: 'm6 5 9 7-9 7V5Zm12 0v14',
  chevron: 'm9 6 6 6-6 6',
  theme: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 0v16',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
