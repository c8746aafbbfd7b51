import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One page, in files with hashed names that may be kept for ever; nothing is written into the page itself, since the server allows no inline script. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Our own rooms do nothing when they are loaded, save for styles: so a page gets what it uses of them.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [
          { test: /\/(libs\/[^/]+|apps\/web)\/src\/(?!index\.ts|main\.tsx).*\.tsx?$/, sideEffects: false },
        ],
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4100', '/socket.io': { target: 'ws://127.0.0.1:4100', ws: true } } },
});
