/**
 * The one program that touches the network drive and the folders people chose; each place has a run of its own. A drive that hangs blocks all file access of a process, the local too:
 * this one can be killed and started again while the others go on.
 */
import { logProcess, openLog } from '#electron/log/log.ts';
import { parentPort } from '#electron/parentPort.ts';
import { shareAnswers } from './answer.ts';
import type { AliveMessage, ShareReply } from './requests.ts';

const DATA_WORD = '--data=';

const port = parentPort<ShareReply | AliveMessage>();
const answer = shareAnswers(port.postMessage);
const log = openLog('share');
// The desk says where its data are; the command line does not, and keeps no log.
const dataFolder = process.argv.find((word) => word.startsWith(DATA_WORD))?.slice(DATA_WORD.length);
if (dataFolder) {
  log.keepIn(dataFolder);
  logProcess(log);
}

port.onMessage((raw) => {
  void answer(raw).then((reply) => {
    if (reply) port.postMessage(reply);
    else log.bug('messaggio', new Error('Un messaggio non rispetta il protocollo.'));
  });
});

// An orderly end would wait for the calls that hang.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
