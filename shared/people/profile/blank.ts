import { builtInProfile, PROFILE_FIELDS } from './profile.ts';

const WEEKDAY = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
];

/** Profile "vuoto" (P4): what a town begins with that nobody described; everything is still to be confirmed. */
export const blank = builtInProfile({
  id: 'vuoto',
  municipality: 'Comune da indicare',
  mailbox: null,
  contractor: { name: 'Ditta incaricata', address: null },
  mayor: null,
  registerPath: '',
  serviceNumber: '',
  hosts: [],
  mailDomains: [],
  senders: [],
  optInWord: null,
  optOutWord: null,
  acts: [],
  calendar: { patron: null, closed: [], hours: [[], WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, []] },
  normalRoute: 'gruppo operativo',
  offices: [],
  categories: ['Eventi', 'Scadenze', 'Servizi', 'Viabilità', 'Ambiente', 'Scuola', 'Pubblica utilità', 'Emergenza'],
  pressure: { sevenDays: 8, thirtyDays: 30 },
  contract: null,
  toConfirm: PROFILE_FIELDS.filter((field) => field !== 'id'),
});
