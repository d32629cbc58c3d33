import { builtInProfile } from './profile.ts';
import { SETTING_FIELDS } from './settings.ts';

const WEEKDAY = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
];
const SATURDAY = [{ from: '09:00', to: '12:00' }];

/** Profile "Empoli" (P4): its hours and the words of its service; what is not public is left out, to be filled in. */
export const empoli = builtInProfile({
  id: 'empoli',
  municipality: 'Comune di Empoli',
  mailbox: null,
  contractor: { name: 'Ditta incaricata', address: null },
  mayor: null,
  registerPath: '',
  serviceNumber: '',
  hosts: [],
  mailDomains: [],
  senders: [],
  optInWord: 'ATTIVA ISCRIZIONE',
  optOutWord: 'DISATTIVA ISCRIZIONE',
  acts: [],
  calendar: { patron: null, closed: [], hours: [[], WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, SATURDAY] },
  normalRoute: 'gruppo operativo',
  offices: [],
  categories: ['Eventi', 'Scadenze', 'Servizi', 'Viabilità', 'Ambiente', 'Scuola', 'Pubblica utilità', 'Emergenza'],
  pressure: { sevenDays: 8, thirtyDays: 30 },
  contract: null,
  toConfirm: [
    'mailbox',
    'contractor',
    'mayor',
    'serviceNumber',
    'hosts',
    'mailDomains',
    'senders',
    'acts',
    'calendar',
    'normalRoute',
    'offices',
    'categories',
    'pressure',
    'contract',
    'responsibles',
    'electionPeriods',
    ...SETTING_FIELDS,
  ],
});
