import type { ParsedMail } from '#shared/requests/reading/mail.ts';

/** A mail of an office of Valdombra, written on Thursday 26 November 2026, with the parts that matter to a test. */
export const aMail = (parts: Partial<ParsedMail>): ParsedMail => ({
  transport: 'ordinary',
  messageId: '<m-1@comune.valdombra.example>',
  pecReference: null,
  report: null,
  pecSignature: null,
  references: [],
  date: '2026-11-26T08:12:00.000Z',
  from: { name: 'Anna Bellini', address: 'cultura@comune.valdombra.example' },
  senderProof: null,
  certifiedFrom: null,
  to: [],
  subject: 'Richiesta',
  text: '',
  textCut: false,
  attachments: [],
  ...parts,
});
