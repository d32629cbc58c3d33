import '#renderer/service/recovery/recovery.css';
import { RecoveryWays } from '#renderer/service/recovery/RecoveryScreen.tsx';
import type { RecoveryView } from '#shared/ipc/recovery.ts';

const VIEW: RecoveryView = {
  problem: null,
  today: '2026-11-24',
  found: { attachments: 312, documents: 41, databaseBytes: 8_392_704 },
  copies: [
    {
      name: 'avvisi-2026-11-23.db',
      kind: 'daily',
      madeAt: '2026-11-23T08:05:00.000Z',
      bytes: 8_392_704,
      preview: { notices: 204, requests: 231, lastFactAt: '2026-11-23T07:58:00.000Z', lastNumber: '2026/0204' },
      problem: null,
    },
    {
      name: 'avvisi-2026-11-20.db',
      kind: 'daily',
      madeAt: '2026-11-20T08:05:00.000Z',
      bytes: 8_192,
      preview: null,
      problem: {
        code: 'database-damaged',
        what: 'Questa copia è rovinata e non si legge.',
        remedy: 'Scegline un’altra.',
      },
    },
  ],
  share: 'X:\\PSi Cultura\\PuntoSi',
};

/** What is shown in place of the app when its data are gone or damaged. */
export function Recovery() {
  return (
    <div className="recovery">
      <RecoveryWays
        view={VIEW}
        problem={{
          code: 'database-damaged',
          what: 'Una parte dei dati di questa postazione è rovinata e non si legge.',
          remedy: 'Non cancellare niente. L’app mostra che cosa ha trovato e quali copie si possono ripristinare.',
        }}
        onChoose={() => undefined}
      />
    </div>
  );
}
