import { builtInProfile } from './profile.ts';
import { SETTING_FIELDS } from './settings.ts';

const WEEKDAY = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
];

/** Profile "Rubano" (P4). What its documents do not say is a labelled default in `toConfirm`. */
export const rubano = builtInProfile({
  id: 'rubano',
  municipality: 'Comune di Rubano',
  mailbox: 'smspuntosi@rubano.it',
  contractor: { name: 'Ditta incaricata', address: 'info@pganet.it' },
  mayor: null,
  registerPath: 'X:\\Area PSi Cultura\\ PuntoSi\\Comunicazione\\REGISTRO_MESSAGGI_WHATSAPP',
  serviceNumber: '335 6039844',
  hosts: ['www.comune.rubano.pd.it', 'www.rubano.it'],
  mailDomains: ['rubano.it', 'comune.rubano.pd.it'],
  senders: [],
  optInWord: 'ISCRIVIMI',
  optOutWord: null,
  acts: ['Delibera di Giunta n. 138 del 07/12/2022', 'Delibera di Giunta n. 139 del 07/12/2022'],
  calendar: { patron: '06-13', closed: [], hours: [[], WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, []] },
  normalRoute: 'gruppo operativo',
  offices: [],
  categories: ['Eventi', 'Scadenze', 'Servizi', 'Viabilità', 'Ambiente', 'Scuola', 'Pubblica utilità', 'Emergenza'],
  pressure: { sevenDays: 8, thirtyDays: 30 },
  contract: null,
  toConfirm: [
    'hosts',
    'mailDomains',
    'senders',
    'mayor',
    'optOutWord',
    'calendar',
    'offices',
    'categories',
    'pressure',
    'contract',
    'responsibles',
    'electionPeriods',
    ...SETTING_FIELDS,
  ],
});
