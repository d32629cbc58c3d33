import { Table } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { ShareView } from '#shared/service/share.ts';
import { countAside, setAside } from './quarantine.ts';

export interface SharingFilesProps {
  readonly share: ShareView;
  readonly today: Day;
}

/** The files set aside, each with what happened to it and what to do; nothing was deleted. */
export function SharingFiles({ share, today }: SharingFilesProps) {
  const files = setAside(share);
  if (files.length === 0) return null;
  const total = countAside(share, true);
  return (
    <section className="sharing-part" aria-labelledby="sharing-files">
      <h2 id="sharing-files">File messi da parte</h2>
      <p className="small muted">Restano dove sono, non cancello niente. Il resto del registro è a posto.</p>
      {total > files.length && (
        <p>
          L’elenco mostra i primi {files.length}: in tutto sono {total}. Fai guardare la cartella condivisa
          all’assistenza.
        </p>
      )}
      <div className="sharing-table">
        <Table
          caption="File messi da parte"
          rows={files}
          rowId={({ path }) => path}
          columns={[
            {
              id: 'path',
              header: 'File',
              rowHeader: true,
              cell: ({ path, name, dev }) => (
                <>
                  <span className="mono path">{path}</span>
                  {(name ?? dev) && <span className="small muted sharing-author">di «{name ?? dev}»</span>}
                </>
              ),
            },
            { id: 'what', header: 'Che cosa è successo', cell: ({ what }) => what },
            { id: 'remedy', header: 'Che cosa fare', cell: ({ remedy }) => remedy },
            {
              id: 'since',
              header: 'Da',
              muted: true,
              width: 116,
              cell: ({ firstSeen }) => sayMoment(firstSeen, today),
            },
          ]}
        />
      </div>
    </section>
  );
}
