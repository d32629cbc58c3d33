import { ASKED, sayCopied } from '#renderer/queue/askedWords.ts';
import './emergency.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { ElectionStrip } from '#renderer/people/election/ElectionStrip.tsx';
import { RouteLacks, useRouteLacks } from '#renderer/people/RouteLacks.tsx';
import { useGroupRequest } from '#renderer/queue/useGroupRequest.ts';
import { useStopped } from '#renderer/queue/useStopped.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  CheckField,
  Dialog,
  Field,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  SelectField,
  Sign,
  TextArea,
  useToast,
} from '#renderer/ui/index.ts';
import { sayClock, sayMomentAt } from '#renderer/ui/moments.ts';
import { useKeptForm } from '#renderer/writing/keptForm.ts';
import { regulariseDue } from '#shared/drafts/release.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { countCharacters, plural } from '#shared/kernel/text.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { stopsQueueing } from '#shared/queue/routeLacks.ts';
import { maskAddresses } from '#shared/text/mask.ts';
import { checksOf } from './emergencyChecks.ts';
import { EMERGENCY_KEPT, type EmergencyForm, newEmergency, readEmergency } from './emergencyForm.ts';
import { modelsOf, placeholdersOf } from './emergencyModels.ts';
import { StoppedChoice } from './StoppedChoice.tsx';

export interface EmergencyDialogProps {
  /** It is in the queue with this id: go and see. */
  readonly onSent: (id: string) => void;
  readonly onClose: () => void;
}

/** More models than these do not fit beside each other. */
const MODELS_IN_A_ROW = 5;

/** The contractor is reached as the municipality usually does, else by e-mail (P33). */
const CONTRACTOR_WAYS = {
  folder: {
    route: 'cartella della ditta',
    label: 'Consegna alla ditta nella cartella',
    said: 'nella cartella della ditta',
  },
  mail: { route: 'e-mail alla ditta', label: 'Invia alla ditta per e-mail', said: 'alla ditta per e-mail' },
} as const;

/** An emergency at any hour: one text, who authorises it and why; it must be put in order by the next working day (P34). */
export function EmergencyDialog({ onSent, onClose }: EmergencyDialogProps) {
  const session = useSession();
  const emergency = useAct('queue.emergency');
  const group = useGroupRequest(session.training);
  const pack = useAnswer('drafts.pack', {}).value ?? defaultPack;
  const toast = useToast();
  const kept = useKeptForm(EMERGENCY_KEPT, readEmergency);
  const models = useMemo(() => modelsOf(session.profile.emergencyModels), [session.profile.emergencyModels]);
  const textOf = (name: string): string => models.find((one) => one.name === name)?.text ?? '';
  const form = kept.value ?? newEmergency(models);
  const { model, text, authoriser, how, why } = form;
  const change = (part: Partial<EmergencyForm>) => kept.write({ ...form, ...part });
  const [asked, setAsked] = useState(false);
  const [evenStopped, setEvenStopped] = useState(false);
  const undo = useAct('queue.undo');
  const [atOnce, setAtOnce] = useState(false);
  const { now, today, profile } = session;
  const stopped = useStopped();
  const checks = useMemo(() => checksOf(text, authoriser, why, session, pack), [text, authoriser, why, session, pack]);
  const contractor = CONTRACTOR_WAYS[profile.normalRoute === 'cartella della ditta' ? 'folder' : 'mail'];
  const lacks = useRouteLacks(contractor.route);
  const stopping = stopsQueueing(lacks, true);
  const [toContractor, setToContractor] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  // The text first, its first placeholder chosen: what is typed takes its place.
  useEffect(() => {
    const area = fields.current?.querySelector('textarea');
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
  const choose = (next: string) => {
    const untouched = models.some((one) => one.text === text);
    change({ model: next, ...(untouched ? { text: textOf(next) } : {}) });
  };
  const takeBack = async (id: string) => {
    if (!(await undo.run({ id })).ok) return;
    // What was written is there again, for who opens the dialog.
    kept.write(form);
    toast({ text: 'Emergenza ripresa: non è partita. Quello che hai scritto è ancora qui.' });
  };
  const send = async (route: Route) => {
    setAsked(true);
    setToContractor(route === contractor.route);
    if (stopped && !evenStopped) return;
    if (route === contractor.route && stopping.length > 0) {
      requestAnimationFrame(() =>
        fields.current?.querySelector<HTMLElement>('.route-lacks :is(input, button)')?.focus(),
      );
      return;
    }
    if (wrongText || authoriser.trim() === '' || why.trim() === '' || emergency.busy) return;
    const link = maskAddresses(text).links[0]?.url ?? null;
    const who = [authoriser.trim(), how.trim()].filter((words) => words !== '').join(', ');
    const even = stopped ? { evenStopped: true as const } : {};
    const reply = await emergency.run({
      title: '',
      text,
      link,
      authoriser: who,
      why: why.trim(),
      route,
      ...even,
      ...(atOnce && route !== 'gruppo operativo' ? { atOnce: true as const } : {}),
    });
    if (!reply.ok) return;
    kept.forget();
    const { id } = reply.value;
    if (route === 'gruppo operativo') {
      const paste = await group.copy(id);
      if (paste !== null) {
        toast({
          text: sayCopied(paste),
          action: { label: ASKED, keys: 'Control+G', run: () => void group.confirm(id) },
        });
      } else {
        toast({ text: 'L’emergenza è in coda, ma il testo non è copiato: da lì scegli «Chiedi nel gruppo».' });
      }
    } else {
      toast({
        text: atOnce
          ? `Emergenza in coda: parte subito, ${contractor.said}.`
          : `Emergenza in coda: parte tra 10 secondi, ${contractor.said}.`,
        undo: atOnce ? undefined : () => void takeBack(id),
      });
    }
    onClose();
    onSent(id);
  };
  const names = models.map(({ name }) => ({ value: name, label: name }));
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
            Più tardi
          </Button>
          <Button onClick={() => void send(contractor.route)}>{contractor.label}</Button>
          <Button kind="danger" icon="copy" keys="Control+Enter" onClick={toGroup}>
            Copia e apri WhatsApp
          </Button>
        </>
      }
    >
      <div className="emergency">
        <div ref={fields} className="emergency-form">
          {emergency.problem && <ProblemBanner place="below" {...problemOf(emergency.problem)} />}
          <ElectionStrip moment={session.now} note="L’emergenza parte: il capo settore dà dopo le due risposte." />
          {stopped && (
            <StoppedChoice
              stopped={stopped}
              today={today}
              asked={asked}
              checked={evenStopped}
              onChange={setEvenStopped}
            />
          )}
          {models.length <= MODELS_IN_A_ROW ? (
            <SegmentedChoice legend="Modello" size="normal" options={names} value={model} onChange={choose} />
          ) : (
            <SelectField label="Modello" options={names} value={model} onChange={choose} />
          )}
          <CheckField
            label="Parti subito: alla ditta senza i 10 secondi per annullare"
            checked={atOnce}
            onChange={setAtOnce}
          />
          <TextArea
            label="Testo"
            source={plural(countCharacters(text), 'carattere', 'caratteri')}
            rows={7}
            value={text}
            onChange={(value) => change({ text: value })}
            error={asked || text !== textOf(model) ? wrongText : undefined}
          />
          <div className="emergency-pair">
            <Field
              label="Chi autorizza"
              placeholder="Nome e ruolo"
              value={authoriser}
              onChange={(value) => change({ authoriser: value })}
              error={asked && authoriser.trim() === '' ? 'Scrivi chi autorizza l’emergenza.' : undefined}
            />
            <Field
              label="Come l’ha detto"
              placeholder="Per telefono alle 21:35"
              value={how}
              onChange={(value) => change({ how: value })}
            />
          </div>
          <Field
            label="Motivo"
            value={why}
            onChange={(value) => change({ why: value })}
            error={asked && why.trim() === '' ? 'Scrivi in poche parole che cosa succede.' : undefined}
          />
          <RouteLacks
            route={contractor.route}
            lacks={lacks}
            asked={toContractor && stopping.length > 0}
            heading={
              stopping.length > 0
                ? `Per inviarla ${contractor.said} manca ancora qualcosa`
                : 'Alla ditta parte senza la copia al sindaco'
            }
          >
            {lacks.includes('mayor') && (
              <p className="small">
                Senza l’indirizzo del sindaco l’emergenza parte lo stesso: la copia gliela mandi dopo, l’app lo ricorda
                in Oggi.
              </p>
            )}
          </RouteLacks>
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
