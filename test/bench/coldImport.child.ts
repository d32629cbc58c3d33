/** A new desk that reads everything in a shared folder, and tells how much memory that took: `node coldImport.child.ts <own> <shared>`. */
import { openFolderDesk } from '../helpers/folderDesk.ts';

const [, , own = '', shared = ''] = process.argv;
const { desk, exchange } = openFolderDesk(own, shared);
await exchange.round();
console.log(JSON.stringify({ facts: desk.journal.count(), megabytes: process.memoryUsage().rss / 1024 ** 2 }));
