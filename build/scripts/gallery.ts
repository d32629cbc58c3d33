/**
 * `npm run gallery`: every component and every state of a screen on invented data, in a browser, hot.
 *   --build  writes it as a folder that any web server can show
 */
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildGallery, GALLERY_PAGE } from './gallery-config.ts';
import { ROOT, screensConfig } from './targets.ts';

const FOLDER = join(ROOT, 'build', 'release', 'gallery');
const PORT = 5174;
const USAGE = 'Uso: npm run gallery [-- --build]';

async function serve(): Promise<void> {
  const server = await createServer({
    ...screensConfig,
    logLevel: 'warn',
    cacheDir: join(ROOT, 'build', 'out', '.vite-gallery'),
    server: { host: '127.0.0.1', port: PORT },
  });
  await server.listen();
  console.log(new URL(GALLERY_PAGE, server.resolvedUrls?.local[0]).href);
}

const flags = process.argv.slice(2);
if (flags.length === 0) {
  await serve();
} else if (flags.join() === '--build') {
  await buildGallery(FOLDER);
  console.log(`La galleria è in ${join(FOLDER, GALLERY_PAGE)}: va servita da un server web, non aperta dal disco.`);
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
