/** A backlog: many e-mails of many offices at once, each with a request of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emlOf } from './mails.ts';

const OFFICES = ['Biblioteca', 'Sport', 'Tributi', 'Servizi sociali', 'Lavori pubblici', 'Scuola'];

/** Writes `count` e-mails into the folder `posta` of a desk's data, made when missing. */
export function writeStorm(data: string, count: number): void {
  const folder = join(data, 'posta');
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    const office = OFFICES[index % OFFICES.length] ?? '';
    const name = `arretrato-${String(index).padStart(5, '0')}`;
    const eml = emlOf({
      id: name,
      subject: `Avviso ${index + 1} dell’ufficio ${office}`,
      lines: [
        'Buongiorno,',
        'vi chiediamo di inviare venerdì 6 marzo questo avviso.',
        '',
        'Testo:',
        `Appuntamento numero ${index + 1}`,
        '',
        `L’ufficio ${office} vi aspetta sabato 14 marzo 2026 alle 10, tavolo ${index + 1}.`,
        '',
        `https://www.comune.valdombra.example/novita/appuntamento-${index + 1}`,
        '',
        'Giulia Ferrante',
        `Ufficio ${office}`,
      ],
    });
    writeFileSync(join(folder, `${name}.eml`), eml);
  }
}
