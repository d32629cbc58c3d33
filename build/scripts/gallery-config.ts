import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { screensConfig } from './targets.ts';

/** The page of the gallery, from the folder of the screens. */
export const GALLERY_PAGE = 'gallery/gallery.html';

/** Builds the gallery of components as the app's screens are built, into `outDir`, which is emptied first. */
export async function buildGallery(outDir: string): Promise<void> {
  const { root = '' } = screensConfig;
  const options: InlineConfig = {
    ...screensConfig,
    logLevel: 'error',
    base: './',
    build: {
      target: 'chrome150',
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, GALLERY_PAGE) },
    },
  };
  // Vitest has set NODE_ENV to "test", with which Vite would build React for development.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build(options);
  } finally {
    process.env.NODE_ENV = before;
  }
}
