import '@astrouxds/astro-web-components/dist/astro-web-components/astro-web-components.css';
import { defineCustomElement } from '@astrouxds/astro-web-components/components/rux-status.js';
import { createElement } from 'react';

defineCustomElement();

/** The shapes and colours of AstroUXDS: each state has its own shape, so colour is never the only sign. */
export type Status = 'normal' | 'caution' | 'serious' | 'critical' | 'standby' | 'off';

export function StatusShape({ status }: { status: Status }) {
  return createElement('rux-status', { status, 'aria-hidden': 'true', class: 'status-shape' });
}
