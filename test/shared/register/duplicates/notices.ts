import { addDays, type Day, sayDay } from '#shared/kernel/day.ts';
import type { ComparableNotice } from '#shared/register/duplicates/comparableNotice.ts';

/** A repeatable stream of numbers in [0, 1) (mulberry32): the same seed gives the same town. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STREETS =
  'Po Adige Roma Rossi Mazzini Borromeo Manin Gioberti Verdi Piave Brenta Leopardi Dante Petrarca Marconi Galilei Volta Fermi Garibaldi Cavour Gramsci Kennedy Provvidenza Mestrina Rossini Puccini Bellini Carducci Foscolo Manzoni Pascoli Tasso Ariosto Boccaccio Trieste Trento Udine Vicenza Belluno'.split(
    ' ',
  );
const PLACES =
  'biblioteca|municipio|auditorium|sala Verdi|palestra di via Rovigo|scuola Buonarroti|scuola Agazzi|parco Etnografico|piazza Garibaldi|centro di raccolta|ufficio anagrafe|ufficio tributi|sportello PuntoSi|cimitero di Campagna|cimitero di Borgo|piscina|teatro|asilo nido|ufficio elettorale|distretto sanitario'.split(
    '|',
  );

/** `count` notices of an invented town over `days` days, built from twenty kinds: hard to tell from a true rewording. */
export function townNotices(
  count: number,
  seed = 7,
  from: Day = '2007-01-02',
  days = 7200,
): readonly ComparableNotice[] {
  const next = numbers(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const kinds: readonly ((day: string) => string)[] = [
    (day) =>
      `${cap(day)} dalle ${hour()} alle ${hour()} manca l'acqua in via ${pick(STREETS)} per lavori sulla condotta.`,
    (day) => `Via ${pick(STREETS)} chiusa al traffico ${day} per asfaltatura. Deviazione per via ${pick(STREETS)}.`,
    (day) => `${cap(pick(PLACES))} chiuso ${day}. Riapre il giorno dopo con i soliti orari.`,
    (day) =>
      `Raccolta ${pick(['del secco', 'della carta', 'della plastica', "dell'umido", 'del vetro', 'del verde'])}: il ritiro di ${day} si fa il giorno dopo.`,
    (day) => `Allerta meteo ${pick(['gialla', 'arancione', 'rossa'])} da ${day}: attenzione ai fossi e ai sottopassi.`,
    (day) => `Divieto di sosta in via ${pick(STREETS)} ${day} per pulizia strada, dalle ${hour()} alle ${hour()}.`,
    (day) => `Interruzione della corrente in via ${pick(STREETS)} ${day}, dalle ${hour()} alle ${hour()}.`,
    (day) =>
      `${pick(['Letture per bambini', "Incontro con l'autore", 'Laboratorio creativo', 'Concerto', "Film all'aperto", 'Conferenza', 'Mostra'])} in ${pick(PLACES)} ${day} alle ${hour()}, prenota allo 049 5550100.`,
    (day) =>
      `${pick(['Bonus affitto', 'Bonus energia', 'Borse di studio', 'Contributo libri', 'Contributo sport', 'Buoni scuola', 'Assegno di maternità'])}: domande entro ${day} ai servizi sociali.`,
    (day) =>
      `Iscrizioni ${pick(['alla mensa', 'al trasporto scolastico', 'ai centri estivi', 'al pre scuola', 'al nido', 'ai corsi di nuoto'])} aperte fino a ${day}, domanda online con SPID o CIE.`,
    (day) => `Disinfestazione zanzare nella notte di ${day} in zona ${pick(STREETS)}: tenere chiuse le finestre.`,
    (day) => `Consiglio comunale ${day} alle ${hour()}, diretta sul sito.`,
    (day) => `Farmacia di turno da ${day}: farmacia di via ${pick(STREETS)}.`,
    (day) => `Donazione del sangue ${day} in ${pick(PLACES)} dalle ${hour()} alle ${hour()}.`,
    (day) => `Mercato spostato in via ${pick(STREETS)} ${day}.`,
    (day) => `Scuole chiuse ${day} per ${pick(['neve', 'ghiaccio', 'vento forte', 'guasto al riscaldamento'])}.`,
    (day) => `${pick(['Rata TARI', 'Saldo IMU', 'Canone unico', 'Lampade votive'])}: si paga entro ${day}.`,
    (day) => `Sfalcio dell'erba e potature in via ${pick(STREETS)} ${day}: rispettare i divieti.`,
    (day) =>
      `Corso ${pick(['di italiano', 'di informatica', 'di ginnastica dolce', 'di primo soccorso', 'per volontari'])} da ${day} in ${pick(PLACES)}.`,
    (day) =>
      `Incontro pubblico sul ${pick(['bilancio', 'piano regolatore', 'nuovo parco', 'tram', 'piano del traffico'])} ${day} alle ${hour()} in ${pick(PLACES)}.`,
  ];
  const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const hour = (): string => `${6 + Math.floor(next() * 15)}${pick(['', '.30'])}`;
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(from, Math.floor((index / count) * days));
    const about = addDays(date, Math.floor(next() * 21));
    const kind = kinds[Math.floor(next() * kinds.length)];
    return {
      id: `n${index}`,
      text: kind?.(sayDay(about)) ?? '',
      date,
      link: `https://www.comune.valdombra.example/novita/${index}`,
    };
  });
}
