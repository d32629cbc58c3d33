import { sayDay } from '#shared/kernel/day.ts';
import { type InventedMail, letter, mailboxOf, newsOf } from './mails.ts';

const d = sayDay;

/** E-mails nobody has read yet when the invented town is opened: something to do for who tries the app. */
export const FRESH_MAILS: readonly InventedMail[] = [
  letter(
    {
      name: 'strada-ghiacciata',
      arrives: ['2027-01-08', '08:05'],
      from: ['Sandro Vettori', mailboxOf('polizia.locale')],
      subject: 'Urgente: via delle Rive chiusa',
    },
    `Buongiorno,\nda inviare oggi, ${d('2027-01-08')}.\n\nTesto:\nVia delle Rive chiusa per ghiaccio\n\nVia delle Rive e' chiusa fino a sabato 10 gennaio per ghiaccio . Passa da via Verdi.\n\nLeggi la notizia: ${newsOf('via-delle-rive')}\n\nSandro Vettori\nUfficio Polizia locale`,
  ),
  letter(
    {
      name: 'due-avvisi-gennaio',
      arrives: ['2027-01-07', '15:40'],
      from: ['Giulia Ferrante', mailboxOf('biblioteca')],
      subject: 'Due avvisi per gennaio',
    },
    `Buongiorno,\nchiediamo l’invio di due avvisi.\n\n1) Gruppo di lettura. Il gruppo di lettura si trova ${d('2027-01-21')} alle 20.30 in biblioteca. Da inviare ${d('2027-01-15')}.\n${newsOf('gruppo-di-lettura-gennaio')}\n\n2) Corso di fotografia. Si avvisa la gentile utenza che il corso comincia ${d('2027-02-02')} alle 20 in biblioteca. Da inviare ${d('2027-01-22')}.\n${newsOf('corso-fotografia')}\n\nGrazie,\nGiulia Ferrante\nUfficio Biblioteca`,
  ),
  letter(
    {
      name: 'contributo-affitto',
      arrives: ['2027-01-07', '10:15'],
      from: ['Ada Rigon', mailboxOf('servizi.sociali')],
      subject: 'Contributo per l’affitto',
    },
    `Ciao,\nda inviare ${d('2027-01-14')}.\n\nTesto:\nContributo per l’affitto\n\nPuoi chiedere il contributo per l’affitto entro ${d('2027-02-01')} allo sportello sociale di via Roma.\n\nLa notizia è in preparazione.\n\nAda Rigon\nUfficio Servizi sociali`,
  ),
];
