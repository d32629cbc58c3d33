import { listed } from '#shared/journal/story.ts';
import { sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { deceivingUrls } from '#shared/text/addresses.ts';
import { isOutlookWrapping } from './attachment.ts';
import { ONE_NOTICE } from './eachDay.ts';
import { isOfTown, type MailProfile } from './knownSenders.ts';
import { newsLinks } from './links.ts';
import type { ParsedMail } from './mail.ts';
import { type MailBody, requesterOf } from './mailBody.ts';
import type { Proposal } from './propose.ts';
import { doubtsAbout } from './sendDate.ts';
import { SEVERAL_NOTICES } from './severalDays.ts';

/** Something an operator must look at; it never stops the work. */
export interface MailWarning {
  readonly code:
    | 'unknown-sender'
    | 'sender-not-confirmed'
    | 'pec-sender-differs'
    | 'pec-anomaly'
    | 'pec-signature-altered'
    | 'pec-signature-not-verified'
    | 'mail-date-unknown'
    | 'text-cut'
    | 'outlook-attachment'
    | 'weekday-date-mismatch'
    | 'date-to-confirm'
    | typeof ONE_NOTICE
    | typeof SEVERAL_NOTICES
    | 'several-links'
    | 'link-not-institutional'
    | 'link-home-page'
    | 'link-deceiving'
    | 'text-to-confirm'
    | 'text-in-attachment';
  /** Italian: what was seen, then what to do. */
  readonly message: string;
}

const DOCUMENT = /\.(?:docx?|odt|rtf|pdf|txt|pages)$/i;

const PEC_SIGNATURE: Readonly<Record<Exclude<Signature, 'whole'>, MailWarning>> = {
  altered: {
    code: 'pec-signature-altered',
    message:
      'Questa PEC è stata cambiata dopo la firma del gestore: testo, allegati o mittente possono non essere quelli veri. Senti l’ufficio a voce prima di prenderla in carico.',
  },
  'not-verified': {
    code: 'pec-signature-not-verified',
    message:
      'La firma del gestore di questa PEC non si può verificare. Verifica con l’ufficio che la richiesta sia sua.',
  },
  none: {
    code: 'pec-signature-not-verified',
    message: 'A questa PEC manca la firma del gestore. Verifica con l’ufficio che la richiesta sia sua.',
  },
};

/** Whether the gestore certifies another mailbox than the one the enclosed message names; a name alone proves nothing. */
function differs({ certifiedFrom, from }: ParsedMail): boolean {
  const [certified, said] = [certifiedFrom?.address.toLowerCase() ?? '', from?.address.toLowerCase() ?? ''];
  return certified.includes('@') && said.includes('@') && certified !== said;
}

/** What is said of one who is not on the list of those who may ask (P13). */
export const strangerWarning = (who: string): MailWarning => ({
  code: 'unknown-sender',
  message: `${who} non è tra i mittenti conosciuti. Verifica che sia responsabile del procedimento o del settore.`,
});

function senderWarnings(mail: ParsedMail, body: MailBody, profile: MailProfile): readonly MailWarning[] {
  const requester = requesterOf(mail, body);
  const address = requester?.address || mail.from?.address || '';
  const warnings: MailWarning[] = [];
  if (!isOfTown(profile, address)) {
    warnings.push(strangerWarning(address || requester?.name || 'il mittente'));
  }
  if (mail.senderProof === 'failed') {
    warnings.push({
      code: 'sender-not-confirmed',
      message: `Il server di posta non conferma che questa e-mail venga da ${mail.from?.address || 'chi dice'}: qualcuno può averne usato l’indirizzo. Senti l’ufficio a voce prima di prenderla in carico.`,
    });
  }
  if (differs(mail)) {
    warnings.push({
      code: 'pec-sender-differs',
      message: `Questa PEC è partita dalla casella ${mail.certifiedFrom?.address}, ma dentro dice di essere di ${mail.from?.address}. Senti l’ufficio a voce prima di prenderla in carico.`,
    });
  }
  if (mail.transport === 'pec-anomaly') {
    warnings.push({
      code: 'pec-anomaly',
      message: 'È arrivata alla casella PEC da una casella che non è PEC. Verifica chi l’ha scritta.',
    });
  }
  if (mail.pecSignature !== null && mail.pecSignature !== 'whole') warnings.push(PEC_SIGNATURE[mail.pecSignature]);
  if (mail.date === null) {
    warnings.push({
      code: 'mail-date-unknown',
      message:
        'La e-mail non dice quando è stata scritta: i giorni come «domani» non si possono calcolare. Chiedi all’ufficio la data.',
    });
  }
  if (mail.textCut) {
    warnings.push({
      code: 'text-cut',
      message: 'Il testo è molto lungo: l’app ne ha letto solo una parte. Apri la e-mail per leggerlo tutto.',
    });
  }
  if (mail.attachments.some(isOutlookWrapping)) {
    warnings.push({
      code: 'outlook-attachment',
      message:
        'Questa e-mail ha un allegato di Outlook (winmail.dat) che l’app non apre: può nascondere testo e file. Chiedi all’ufficio di rimandarla come testo.',
    });
  }
  const [deceiving] = deceivingUrls(body.working);
  if (deceiving !== undefined) {
    warnings.push({
      code: 'link-deceiving',
      message: `Il link ${excerpt(deceiving, 80)} ha nel nome del sito lettere o segni che possono imitarne un altro: non aprirlo. Chiedi all’ufficio il link alla notizia.`,
    });
  }
  return warnings;
}

function dateWarnings(proposal: Proposal, body: MailBody, profile: MailProfile): readonly MailWarning[] {
  const wrong = proposal.dates.filter((date) => date.warnings.includes('weekday-date-mismatch'));
  const undated = body.holder.kind !== 'own' && body.holder.day === null && proposal.send.chosen !== undefined;
  const doubts = [
    ...doubtsAbout(proposal.send, body.written, profile.calendar),
    ...(undated ? ['il messaggio inoltrato non dice quando è stato scritto'] : []),
  ];
  const { eachDay, several } = proposal;
  return [
    ...(several.length > 1
      ? [
          {
            code: SEVERAL_NOTICES,
            message: `L’ufficio chiede ${several.length} avvisi: ${listed(several.map(sayDay))}. Con «Serie», sopra la e-mail, diventano ${several.length} richieste in un atto.`,
          } as const,
        ]
      : []),
    ...(eachDay
      ? [
          {
            code: ONE_NOTICE,
            message: `L’evento dura ${eachDay.days} giorni e l’ufficio chiede un avviso al giorno: se ne manda uno solo, all’inizio, ${sayDayAndYear(eachDay.range.date)}. Dillo all’ufficio e conferma la data.`,
          } as const,
        ]
      : []),
    ...wrong.map((date) => ({
      code: 'weekday-date-mismatch' as const,
      message: `«${date.excerpt}»: il giorno della settimana non torna, il calendario dice ${sayDayAndYear(date.date)}. Chiedi all’ufficio quale vale.`,
    })),
    ...(doubts.length > 0
      ? [{ code: 'date-to-confirm' as const, message: `Conferma la data di invio: ${doubts.join('; ')}.` }]
      : []),
  ];
}

function linkWarnings({ link, links }: Proposal): readonly MailWarning[] {
  const news = newsLinks(links);
  if (news.length > 1) {
    return [{ code: 'several-links', message: `Ci sono ${news.length} link al sito. Scegli quello della notizia.` }];
  }
  if (link !== undefined) return [];
  if (links.some((one) => one.institutional && one.home)) {
    return [
      {
        code: 'link-home-page',
        message: 'Il link porta alla pagina iniziale del sito. Chiedi all’ufficio il link diretto alla notizia.',
      },
    ];
  }
  const [other] = links;
  if (other === undefined) return [];
  return [
    {
      code: 'link-not-institutional',
      message: `Il link ${other.url} non è del sito istituzionale. Chiedi all’ufficio il link alla notizia pubblicata.`,
    },
  ];
}

function textWarnings({ draft }: Proposal, mail: ParsedMail): readonly MailWarning[] {
  if (draft?.how === 'subject') {
    return [
      {
        code: 'text-to-confirm',
        message: 'La e-mail ha solo l’oggetto: è proposto come testo. Controlla che sia quello da inviare.',
      },
    ];
  }
  if (draft?.how === 'body') {
    return [
      {
        code: 'text-to-confirm',
        message: 'L’ufficio non ha segnato il testo da inviare. Controlla che quello proposto sia giusto.',
      },
    ];
  }
  const file = draft === undefined ? mail.attachments.find(({ name }) => DOCUMENT.test(name)) : undefined;
  if (file === undefined) return [];
  return [
    {
      code: 'text-in-attachment',
      message: `Il testo potrebbe essere nell’allegato «${file.name}». Aprilo e copialo nella richiesta.`,
    },
  ];
}

/** All that an operator must look at before taking the proposals of a mail (P11–P15). */
export function mailWarningsOf(
  mail: ParsedMail,
  body: MailBody,
  proposals: readonly Proposal[],
  profile: MailProfile,
): readonly MailWarning[] {
  const perRequest = proposals.flatMap((proposal, index) => {
    const found = [
      ...dateWarnings(proposal, body, profile),
      ...linkWarnings(proposal),
      ...textWarnings(proposal, mail),
    ];
    if (proposals.length === 1) return found;
    return found.map(({ code, message }) => ({ code, message: `Richiesta ${index + 1}: ${message}` }));
  });
  return [...senderWarnings(mail, body, profile), ...perRequest];
}
