import './emergency.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { checkDraft } from '#shared/drafts/check.ts';
import { checkContextOf } from '#shared/drafts/context.ts';
import { maskAddresses } from '#shared/drafts/mask.ts';
import { defaultPack, type Pack } from '#shared/drafts/pack.ts';
import { regulariseDue } from '#shared/drafts/release.ts';
import { countCharacters, plural } from '#shared/kernel/text.ts';
import type { Route } from '#shared/people/routes.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct, useAnswer, useGroupRequest } from '../api.ts';
import {
  Button,
  Dialog,
  Field,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  Sign,
  type SignName,
  TextArea,
  useToast,
} from '../ui/index.ts';
import { sayClock, sayMomentAt } from '../ui/moments.ts';
import { EMERGENCY_MODELS, type EmergencyModel, placeholdersOf } from './emergencyModels.ts';
import { titleOf } from './ruleWords.ts';
import { StoppedChoice } from './StoppedChoice.tsx';

export interface EmergencyDialogProps {
  readonly status: Status;
  /** It is in the queue with this id: go and see. */
  readonly onSent: (id: string) => void;
  readonly onClose: () => void;
}

interface Check {
  readonly sign: SignName;
  readonly words: string;
}

const MODELS = (Object.keys(EMERGENCY_MODELS) as EmergencyModel[]).map((value) => ({
  value,
  label: EMERGENCY_MODELS[value].label,
}));

/** The contractor is reached as the municipality usually does, else by e-mail (P33). */
const CONTRACTOR_WAYS = {
  folder: {
    route: 'cartella della ditta',
    label: 'Consegna alla ditta nella cartella',
    said: 'nella cartella della ditta',
  },
  mail: { route: 'e-mail alla ditta', label: 'Invia alla ditta per e-mail', said: 'alla ditta per e-mail' },
} as const;

/** The reduced checks of P34: what is still to complete, what would mislead, who takes the decision. */
function checksOf(text: string, authoriser: string, why: string, status: Status, pack: Pack): readonly Check[] {
  const open = placeholdersOf(text).length;
  const errors = checkDraft(text, pack, checkContextOf(status.profile, status.today)).filter(
    ({ severity, rule }) => severity === 'errore' && !/^[LS]/.test(rule),
  );
  const misleading = new Set(errors.map(titleOf));
  const hasLink = maskAddresses(text).links.length > 0;
  const authorised = authoriser.trim() !== '' && why.trim() !== '';
  return [
    open > 0
      ? { sign: 'error', words: `${plural(open, 'segnaposto', 'segnaposto')} da completare` }
      : {
          sign: text.trim() === '' ? 'error' : 'done',
          words: text.trim() === '' ? 'Manca il testo' : 'Il testo è completo',
        },
    ...[...misleading].map((words): Check => ({ sign: 'warning', words })),
    authorised
      ? { sign: 'done', words: 'C’è chi autorizza e perché' }
      : { sign: 'error', words: 'Manca chi autorizza o perché' },
    hasLink
      ? { sign: 'unverified', words: 'Link non verificato' }
      : { sign: 'suggestion', words: 'Senza link alla notizia' },
  ];
}

/** An emergency at any hour: one text, who authorises it and why; it must be put in order by the next working day (P34). */
export function EmergencyDialog({ status, onSent, onClose }: EmergencyDialogProps) {
  const emergency = useAct('queue.emergency');
  const group = useGroupRequest(status.training);
  const pack = useAnswer('drafts.pack', {}).value ?? defaultPack;
  const toast = useToast();
  const [model, setModel] = useState<EmergencyModel>('weather');
  const [text, setText] = useState<string>(EMERGENCY_MODELS.weather.text);
  const [authoriser, setAuthoriser] = useState('');
  const [how, setHow] = useState('');
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const [evenStopped, setEvenStopped] = useState(false);
  const { now, today, profile, stopped } = status;
  const checks = useMemo(() => checksOf(text, authoriser, why, status, pack), [text, authoriser, why, status, pack]);
  const contractor = CONTRACTOR_WAYS[profile.normalRoute === 'cartella della ditta' ? 'folder' : 'mail'];
  const form = useRef<HTMLDivElement>(null);
  // The text first, its first placeholder chosen: what is typed takes its place.
  useEffect(() => {
    const area = form.current?.querySelector('textarea');
    area?.focus();
    const [first] = placeholdersOf(area?.value ?? '');
    const at = first === undefined ? -1 : (area?.value.indexOf(first) ?? -1);
    if (first !== undefined && at >= 0) area?.setSelectionRange(at, at + first.length);
  }, []);
  const due = regulariseDue(profile.calendar, now);
  const open = placeholdersOf(text);
  const wrongText =
    text.trim() === ''
      ? 'Scrivi il testo dell’avviso.'
      : open.length > 0
        ? `Completa ${open[0]} prima di inviare.`
        : undefined;
  const choose = (next: EmergencyModel) => {
    setModel(next);
    const untouched = Object.values(EMERGENCY_MODELS).some((one) => one.text === text);
    if (untouched) setText(EMERGENCY_MODELS[next].text);
  };
  const send = async (route: Route) => {
    setAsked(true);
    if (stopped && !evenStopped) return;
    if (wrongText || authoriser.trim() === '' || why.trim() === '' || emergency.busy) return;
    const link = maskAddresses(text).links[0]?.url ?? null;
    const who = [authoriser.trim(), how.trim()].filter((words) => words !== '').join(', ');
    const even = stopped ? { evenStopped: true as const } : {};
    const reply = await emergency.run({ title: '', text, link, authoriser: who, why: why.trim(), route, ...even });
    if (!reply.ok) return;
    const { id } = reply.value;
    if (route === 'gruppo operativo') {
      if (await group.copy(id)) {
        toast({
          text: 'Testo copiato. Incollalo nel gruppo, poi conferma.',
          action: { label: 'L’ho chiesto', keys: 'Control+Enter', run: () => void group.confirm(id) },
        });
      } else {
        toast({ text: 'L’emergenza è in coda, ma il testo non è copiato: da lì scegli «Chiedi nel gruppo».' });
      }
    } else {
      toast({ text: `Emergenza in coda: parte subito, ${contractor.said}.` });
    }
    onClose();
    onSent(id);
  };
  const toGroup = () => void send('gruppo operativo');
  return (
    <Dialog
      title="Invia un’emergenza"
      icon="alert"
      tone="bad"
      width="wide"
      note={`Oggi, ${sayClock(now)}. Funziona anche senza rete.`}
      onClose={onClose}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Annulla
          </Button>
          <Button onClick={() => void send(contractor.route)}>{contractor.label}</Button>
          <Button kind="danger" icon="copy" keys="Control+Enter" onClick={toGroup}>
            Copia e apri WhatsApp
          </Button>
        </>
      }
    >
      <div className="emergency">
        <div ref={form} className="emergency-form">
          {emergency.problem && <ProblemBanner place="below" {...problemOf(emergency.problem)} />}
          {stopped && (
            <StoppedChoice
              stopped={stopped}
              today={today}
              asked={asked}
              checked={evenStopped}
              onChange={setEvenStopped}
            />
          )}
          <SegmentedChoice legend="Modello" size="normal" options={MODELS} value={model} onChange={choose} />
          <TextArea
            label="Testo"
            source={plural(countCharacters(text), 'carattere', 'caratteri')}
            rows={7}
            value={text}
            onChange={setText}
            error={asked || text !== EMERGENCY_MODELS[model].text ? wrongText : undefined}
          />
          <div className="emergency-pair">
            <Field
              label="Chi autorizza"
              placeholder="Nome e ruolo"
              value={authoriser}
              onChange={setAuthoriser}
              error={asked && authoriser.trim() === '' ? 'Scrivi chi autorizza l’emergenza.' : undefined}
            />
            <Field label="Come l’ha detto" placeholder="Per telefono alle 21:35" value={how} onChange={setHow} />
          </div>
          <Field
            label="Motivo"
            value={why}
            onChange={setWhy}
            error={asked && why.trim() === '' ? 'Scrivi in poche parole che cosa succede.' : undefined}
          />
        </div>
        <div className="emergency-side">
          <h3>Solo i controlli che contano</h3>
          <ul>
            {checks.map(({ sign, words }) => (
              <li key={words}>
                <Sign name={sign} />
                <span>{words}</span>
              </li>
            ))}
          </ul>
          <h3>Che cosa succede</h3>
          <ol>
            <li>Il testo va negli appunti e si apre WhatsApp.</li>
            <li>Scegli il gruppo, incolla, invia.</li>
            <li>Torna qui e conferma nella coda: va nel registro.</li>
          </ol>
          <ProblemBanner
            tone="warn"
            live="off"
            place="below"
            heading="Da regolarizzare"
            lines={[`Entro ${sayMomentAt(due, today)}. Lo fa il capo settore.`]}
          />
        </div>
      </div>
    </Dialog>
  );
}
