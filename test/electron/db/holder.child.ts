/** Opens the database given, writes one note and keeps it open until it is killed: the second program of a test. */
import { writeSync } from 'node:fs';
import { openDatabase } from '#electron/db/open.ts';

const opened = openDatabase(process.argv[2] ?? '', [{ version: 10, up: () => undefined }]);
if (!opened.ok) throw new Error(opened.error.what);
opened.value.prepare('INSERT INTO note (text) VALUES (?)').run('scritto da un altro programma');
writeSync(1, 'open\n');
setInterval(() => opened.value.open, 1_000);
