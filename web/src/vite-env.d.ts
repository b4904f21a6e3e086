/// <reference types="vite/client" />

declare module '@astrouxds/astro-web-components/components/rux-status.js' {
  export function defineCustomElement(): void;
}
