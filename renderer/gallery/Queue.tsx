import { useState } from 'react';
import { Button, type Mark, ProblemBanner, ScreenHead, Sign, Table, type TableSort } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';

const PROVED = confirmed({ word: 'fatto', evidence: 'È un esempio.' });

interface Job {
  readonly id: string;
  readonly sign: Mark;
  readonly state: string;
  readonly time: string;
  readonly title: string;
  readonly office: string;
  readonly people: string;
}

const JOBS: readonly Job[] = [
  {
    id: '1',
    sign: 'uncertain',
    state: 'incerto',
    time: 'ieri 17:20',
    title: 'Mercato spostato in piazza Alpini',
    office: 'Commercio',
    people: '',
  },
  {
    id: '2',
    sign: PROVED,
    state: 'inviato',
    time: '08:46',
    title: 'Vaccino antinfluenzale, sabato in piazza',
    office: 'Servizi sociali',
    people: '3.412',
  },
  {
    id: '3',
    sign: 'sending',
    state: 'in consegna',
    time: '09:14',
    title: 'Allerta gialla per vento',
    office: 'Protezione civile',
    people: '',
  },
  {
    id: '4',
    sign: 'queued',
    state: 'in coda',
    time: '10:00',
    title: 'Parcheggi di via Roma',
    office: 'Polizia locale',
    people: '',
  },
  {
    id: '5',
    sign: 'deferred',
    state: 'differito',
    time: '15:00',
    title: 'Guasto all’acquedotto, lavori finiti',
    office: 'Lavori pubblici',
    people: '',
  },
  {
    id: '6',
    sign: 'refused',
    state: 'rifiutato',
    time: 'ieri 17:10',
    title: 'Corso di ginnastica dolce',
    office: 'Sport',
    people: '',
  },
  {
    id: '7',
    sign: 'cancelled',
    state: 'annullato',
    time: 'ieri 12:00',
    title: 'Apertura straordinaria anagrafe',
    office: 'Demografici',
    people: '',
  },
];

/** 06-coda: the table, sorted and selected, below a problem with evidence. */
export function Queue() {
  const [selected, setSelected] = useState('1');
  const [sort, setSort] = useState<TableSort>({ column: 'time', direction: 'ascending' });
  return (
    <>
      <ScreenHead title="Coda di invio" sentence="Un invio è da chiarire. Il prossimo parte alle 10:00, tra 46 minuti.">
        <Button icon="pause">Ferma tutti gli invii</Button>
      </ScreenHead>
      <ProblemBanner
        tone="warn"
        sign="uncertain"
        heading="Non sappiamo se «Mercato spostato in piazza Alpini» è partito"
        lines={[
          'Ieri alle 17:20 la rete è caduta mentre l’e-mail partiva verso la ditta.',
          'L’app non riprova da sola: rischierebbe di inviarlo due volte.',
        ]}
        actions={<Button keys="1">È partito, lo registro</Button>}
      />
      <section className="gallery-scroll" aria-label="Invii">
        <Table
          caption="Invii di martedì 24 novembre"
          density="roomy"
          rows={JOBS}
          rowId={(job) => job.id}
          selected={selected}
          onSelect={setSelected}
          sort={sort}
          onSort={setSort}
          columns={[
            {
              id: 'state',
              header: 'Stato',
              width: 128,
              cell: (job) => (
                <span className="row strong nowrap">
                  <Sign name={job.sign} />
                  {job.state}
                </span>
              ),
            },
            { id: 'time', header: 'Ora', width: 96, sortable: true, cell: (job) => job.time },
            { id: 'title', header: 'Avviso', rowHeader: true, sortable: true, cell: (job) => job.title },
            { id: 'office', header: 'Ufficio', muted: true, cell: (job) => job.office },
            { id: 'people', header: 'Persone', numeric: true, cell: (job) => job.people },
            { id: 'wide', header: 'Categoria', from: 1600, cell: () => 'Servizi' },
            {
              id: 'commands',
              header: 'Comandi',
              hideHeader: true,
              commands: true,
              width: 120,
              cell: (job) => job.sign === 'queued' && <Button size="small">Sposta…</Button>,
            },
          ]}
        />
      </section>
    </>
  );
}
