import type { Profile } from '../profile.ts';

const WEEKDAY = [
  { from: '08:30', to: '12:30' },
  { from: '15:00', to: '17:30' },
];

/** The invented town of the demo and of the training mode: everything ends in `.example`, nothing can reach anybody. */
export const valdombra: Profile = {
  id: 'valdombra',
  municipality: 'Comune di Valdombra',
  mailbox: 'avvisi@comune.valdombra.example',
  contractor: { name: 'Messaggi Chiari s.r.l.', address: 'invii@messaggichiari.example' },
  mayor: 'sindaca@comune.valdombra.example',
  registerPath: '',
  serviceNumber: '000 0000000',
  hosts: ['www.comune.valdombra.example'],
  mailDomains: ['comune.valdombra.example'],
  optInWord: 'ISCRIVIMI',
  optOutWord: null,
  acts: ['Delibera di Giunta n. 12 del 07/02/2025'],
  calendar: { patron: '06-24', closed: [], hours: [[], WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, []] },
  offices: [
    'Ambiente',
    'Biblioteca',
    'Commercio',
    'Cultura',
    'Demografici',
    'Lavori pubblici',
    'Polizia locale',
    'Protezione civile',
    'Scuola',
    'Segreteria',
    'Servizi sociali',
    'Sport',
    'Tributi',
  ],
  categories: ['Eventi', 'Scadenze', 'Servizi', 'Viabilità', 'Ambiente', 'Scuola', 'Pubblica utilità', 'Emergenza'],
  pressure: { sevenDays: 8, thirtyDays: 30 },
  toConfirm: [],
};
