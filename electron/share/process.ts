/**
 * The one program that touches the network drive. A drive that hangs blocks all file access of a process, the local too:
 * this one can be killed and started again while the others go on.
 */
import { parentPort } from '../parentPort.ts';
import { shareAnswers } from './answer.ts';
import type { ShareReply } from './requests.ts';

const port = parentPort<ShareReply>();
const answer = shareAnswers();

port.onMessage((raw) => {
  void answer(raw).then((reply) => {
    if (reply) port.postMessage(reply);
    else console.error('La cartella condivisa ha ricevuto un messaggio che non rispetta il protocollo.');
  });
});

// An orderly end would wait for the calls that hang.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
