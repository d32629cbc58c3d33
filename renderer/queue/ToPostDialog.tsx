import './toPost.css';
import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Dialog, EmptyState, Isolated, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { mayLeaveAgain, type ToPost } from '#shared/queue/toPost.ts';
import { againWords, chipOf, purposeWords, sayToPost, troubleLines } from './toPostWords.ts';
import { useToPostActs } from './useToPost.ts';

function Line({ letter, acts }: { readonly letter: ToPost; readonly acts: ReturnType<typeof useToPostActs> }) {
  const { today } = useSession();
  const { to, copy, subject, title, preparedAt, desk } = letter;
  const name = to.join(', ') || 'destinatario non noto';
  const hasLeft = letter.state !== 'toPost';
  return (
    <li className="to-post">
      <p className="to-post-head">
        <b>
          <Isolated>{name}</Isolated>
        </b>
        <Chip sign={hasLeft ? (letter.state === 'uncertain' ? 'uncertain' : 'error') : 'todo'}>{chipOf(letter)}</Chip>
      </p>
      <p>
        <Isolated>{subject === '' ? title : subject}</Isolated>
      </p>
      <p className="small muted">
        {capitalised(purposeWords(letter))}. Preparata {sayMomentAt(preparedAt, today)}
        {desk !== null && (
          <>
            {' '}
            su «<Isolated>{desk}</Isolated>»
          </>
        )}
        .
        {copy.length > 0 && (
          <>
            {' '}
            In copia: <Isolated>{copy.join(', ')}</Isolated>.
          </>
        )}
      </p>
      {troubleLines(letter).map((line) => (
        <p key={line} className="small">
          <Isolated>{line}</Isolated>
        </p>
      ))}
      <div className="row">
        {letter.state === 'uncertain' && (
          <Button size="small" icon="refresh" aria-busy={acts.searching} onClick={() => void acts.search(letter)}>
            {acts.searching ? 'Cerco…' : 'Cerca di nuovo nella casella'}
          </Button>
        )}
        {letter.state === 'uncertain' && (
          <Button size="small" onClick={() => void acts.said(letter, 'arrived')}>
            È arrivata
          </Button>
        )}
        {mayLeaveAgain(letter.state) && (
          <Button size="small" icon="refresh" onClick={() => void acts.again(letter)}>
            {againWords(letter)}
          </Button>
        )}
        <Button size="small" kind={hasLeft ? 'plain' : 'main'} icon="mail" onClick={() => void acts.openIt(letter)}>
          Apri
        </Button>
        <Button size="small" onClick={() => void acts.said(letter, 'posted')}>
          L’ho spedita
        </Button>
        <Button size="small" kind="quiet" onClick={() => void acts.said(letter, 'dropped')}>
          Non serve più
        </Button>
      </div>
    </li>
  );
}

function titleOf(letters: readonly ToPost[]): string {
  const troubled = letters.filter(({ state }) => state !== 'toPost').length;
  if (letters.length === 0) return 'Da spedire';
  return troubled === 0 ? sayToPost(letters.length) : `E-mail da guardare: ${letters.length}`;
}

/** The e-mails that lie ready and that a person sends with the mail program (P32, P66): nothing of them has left; first those that left badly. */
export function ToPostDialog({ onClose }: { readonly onClose: () => void }) {
  const letters = useAnswer('queue.toPost', {});
  const acts = useToPostActs();
  const found = letters.value ?? [];
  return (
    <Dialog title={titleOf(found)} icon="mail" onClose={onClose} footer={<Button onClick={onClose}>Chiudi</Button>}>
      {letters.loading && <Loading label="Leggo le e-mail da spedire" rows={2} />}
      {letters.problem && <ProblemBanner place="below" {...problemOf(letters.problem)} />}
      {acts.problem && <ProblemBanner place="below" {...problemOf(acts.problem)} />}
      {letters.value && found.length === 0 && (
        <EmptyState
          title="Nessuna e-mail da spedire"
          lines={['Quelle che l’app prepara restano qui finché le spedisci.']}
        />
      )}
      {found.length > 0 && (
        <>
          {found.some(({ state }) => state === 'toPost') && (
            <p className="small muted">
              L’app le ha preparate: non è partito niente. Aprile nel programma di posta, spediscile, poi dillo qui. Se
              il programma cambia l’identificativo del messaggio, la risposta può non unirsi da sola: la trovi fra le
              richieste nuove.
            </p>
          )}
          <ul className="to-post-list">
            {found.map((letter) => (
              <Line key={letter.id} letter={letter} acts={acts} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
