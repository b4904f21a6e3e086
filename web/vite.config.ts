import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const node = process.env['RENKEI_NODE'] ?? 'http://127.0.0.1:8081';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // The node's content security policy allows fonts from itself only, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules\/(maplibre-gl|@maplibre|@mapbox)/ },
            { name: 'astro', test: /node_modules\/(@astrouxds|@stencil)/ },
            { name: 'milsymbol', test: /node_modules\/milsymbol/ },
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|i18next|@tanstack)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': node, '/health': node, '/openapi.json': node } },
});
