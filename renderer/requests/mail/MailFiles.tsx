import './mailFiles.css';
import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, Isolated, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { plural } from '#shared/kernel/text.ts';
import type { AttachmentView } from '#shared/requests/reading/attachment.ts';
import { DocumentFound, useMailDocuments } from './MailDocument.tsx';
import { addressOfPicture, type MailPicture, saySize, useMailPictures } from './mailPictures.ts';
import { focusOnReturn } from './usePicture.tsx';

export interface MailFilesProps {
  /** Id of the e-mail the files came with. */
  readonly mail: string;
  readonly files: readonly AttachmentView[];
  /** Shows a picture beside the text that is written; in a dialog where not given. */
  readonly onPicture?: ((picture: MailPicture) => void) | undefined;
}

/** One picture as large as the window allows; Esc goes back to its small one. */
function PictureDialog({
  picture,
  onSave,
  onClose,
}: {
  readonly picture: MailPicture;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const { name, width, height } = picture;
  return (
    <Dialog
      title={name}
      note={`${width} × ${height} punti`}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button icon="download" onClick={onSave}>
            Salva…
          </Button>
          <Button kind="main" onClick={onClose}>
            Chiudi
          </Button>
        </>
      }
    >
      <img className="picture-large" src={addressOfPicture(picture)} alt={name} width={width} height={height} />
    </Dialog>
  );
}

/** Asks before a file that may carry programs leaves the e-mail; the button that saves it is not the main one. */
function MacroDialog({
  name,
  onSave,
  onClose,
}: {
  readonly name: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title="Questo file può contenere programmi"
      onClose={onClose}
      footer={
        <>
          <Button icon="download" onClick={onSave}>
            Salva lo stesso…
          </Button>
          <Button kind="main" onClick={onClose}>
            Non salvarlo
          </Button>
        </>
      }
    >
      <p>
        «<Isolated>{name}</Isolated>» può contenere programmi: aprilo solo se aspettavi proprio questo file e conosci
        chi lo manda.
      </p>
      <p>
        Se hai un dubbio, chiedi all’ufficio un PDF. Se lo apri, non premere «Abilita contenuto» né «Abilita modifica».
      </p>
    </Dialog>
  );
}

/** The files that came with an e-mail (P10): pictures to look at, everything else by name, kind and size, to save. */
export function MailFiles({ mail, files, onPicture }: MailFilesProps) {
  const { value, problem } = useMailPictures(mail, files.length > 0);
  const documents = useMailDocuments(mail, files);
  const save = useAct('requests.saveAttachment');
  const toast = useToast();
  const [open, setOpen] = useState<MailPicture>();
  const [asking, setAsking] = useState<AttachmentView>();
  if (files.length === 0) return null;
  const tooBig = new Set(value.tooBig.map(({ id }) => id));
  const run = async (attachment: string) => {
    if (save.busy) return;
    const reply = await save.run({ mail, attachment });
    if (reply.ok && reply.value.fileName !== null) toast({ text: `Salvato: ${reply.value.fileName}.` });
  };
  return (
    <section className="mail-files" aria-label="Allegati">
      <h3>{plural(files.length, 'allegato', 'allegati')}</h3>
      {value.pictures.length > 0 && (
        <ul className="mail-pictures" aria-label="Immagini">
          {value.pictures.map((picture) => (
            <li key={picture.id}>
              <button
                type="button"
                ref={focusOnReturn(picture)}
                aria-haspopup={onPicture ? undefined : 'dialog'}
                onClick={() => (onPicture ?? setOpen)(picture)}
              >
                <img src={addressOfPicture(picture)} alt={picture.name} width={picture.width} height={picture.height} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="mail-file-list">
        {files.map((file) => {
          const { id, name, size, what, mayBeSaved, mayHoldPrograms } = file;
          return (
            <li key={id}>
              <div className="grow">
                <p className="strong">
                  <Isolated>{name}</Isolated>
                </p>
                <p className="small muted">
                  {what}, {saySize(size)}
                  {mayHoldPrograms && ', può contenere programmi'}
                  {tooBig.has(id) && ', troppo grande per mostrarla'}
                  {!mayBeSaved && ', da aprire nel programma di posta'}
                </p>
                <DocumentFound document={documents.find((one) => one.id === id)} />
              </div>
              {mayBeSaved && (
                <Button
                  size="small"
                  aria-label={`Salva… ${name}`}
                  onClick={() => (mayHoldPrograms ? setAsking(file) : void run(id))}
                >
                  Salva…
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      {save.problem && <ProblemBanner place="below" {...problemOf(save.problem)} />}
      {asking && (
        <MacroDialog
          name={asking.name}
          onSave={() => {
            setAsking(undefined);
            void run(asking.id);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {open && <PictureDialog picture={open} onSave={() => void run(open.id)} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
