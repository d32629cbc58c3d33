import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, CheckField, Dialog, ProblemBanner, problemOf, SelectField, useToast } from '#renderer/ui/index.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import type { Profile, ProfileField } from '#shared/people/profile/profile.ts';
import { sayField } from '#shared/people/profile/words.ts';

type Source = Input<'people.readTown'>['from'];

const SOURCES: readonly { readonly value: Source; readonly label: string }[] = [
  { value: 'file', label: 'Un file esportato dall’app' },
  { value: 'rubano', label: 'Comune di Rubano' },
  { value: 'empoli', label: 'Comune di Empoli' },
  { value: 'vuoto', label: 'Un profilo vuoto, da riempire' },
];

const sayUnknown = (count: number): string =>
  count === 1
    ? 'Il file dice una cosa che questa versione dell’app non conosce: resta fuori.'
    : `Il file dice ${count} cose che questa versione dell’app non conosce: restano fuori.`;

const UNKNOWN = 'non ancora noto';
const saidOf = (profile: Profile, field: ProfileField): string => sayField(profile, field).join(', ') || UNKNOWN;

/** Takes over a profile datum by datum: what differs is shown before, nothing is overwritten unseen (P4). */
export function ImportTownDialog({ onClose }: { readonly onClose: () => void }) {
  const { profile } = useSession();
  const reading = useAct('people.readTown');
  const set = useAct('people.setTown');
  const show = useToast();
  const [from, setFrom] = useState<Source>('file');
  const [found, setFound] = useState<NonNullable<Output<'people.readTown'>> | null>(null);
  const [left, setLeft] = useState<readonly ProfileField[]>([]);
  const look = async () => {
    const reply = await reading.run({ from });
    if (reply.ok && reply.value) {
      const { profile: read } = reply.value;
      setFound(reply.value);
      // What the other one does not know takes nothing away, unless a person wants it.
      setLeft(
        reply.value.fields.filter((field) => saidOf(profile, field) !== UNKNOWN && saidOf(read, field) === UNKNOWN),
      );
    }
  };
  const wanted = found?.fields.filter((field) => !left.includes(field)) ?? [];
  const take = async () => {
    if (!found || wanted.length === 0 || set.busy) return;
    const reply = await set.run({ changes: wanted.map((field) => ({ field, value: found.profile[field] })) });
    if (!reply.ok) return;
    onClose();
    show({
      text: wanted.length === 1 ? 'Importato un dato del Comune.' : `Importati ${wanted.length} dati del Comune.`,
    });
  };
  return (
    <Dialog
      title="Importa i dati del Comune"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {found ? (
            <Button kind="main" keys="Control+Enter" onClick={() => void take()}>
              {wanted.length === 1 ? 'Importa un dato' : `Importa ${wanted.length} dati`}
            </Button>
          ) : (
            <Button kind="main" keys="Control+Enter" onClick={() => void look()}>
              Guarda che cosa cambia
            </Button>
          )}
        </>
      }
    >
      <SelectField
        label="Da dove"
        value={from}
        options={SOURCES}
        onChange={(source) => {
          setFrom(source as Source);
          setFound(null);
        }}
      />
      {reading.problem && <ProblemBanner {...problemOf(reading.problem)} />}
      {found?.isOtherTown && (
        <ProblemBanner
          tone="warn"
          live="off"
          heading={`È il profilo di un altro Comune: ${found.profile.municipality}`}
          lines={['Guarda riga per riga che cosa vuoi prendere: quello che importi va poi confermato.']}
        />
      )}
      {found && found.unknown > 0 && <p className="muted">{sayUnknown(found.unknown)}</p>}
      {found && found.fields.length === 0 && <p>Non cambia niente: i dati sono già questi.</p>}
      <ul className="town-import">
        {found?.fields.map((field) => (
          <li key={field}>
            <CheckField
              label={FIELD_WORDS[field].label}
              checked={!left.includes(field)}
              onChange={(now) => setLeft(now ? left.filter((one) => one !== field) : [...left, field])}
            />
            <p className="small muted">
              Adesso: {saidOf(profile, field)}
              <br />
              Diventa: {saidOf(found.profile, field)}
            </p>
          </li>
        ))}
      </ul>
      {set.problem && <ProblemBanner {...problemOf(set.problem)} />}
    </Dialog>
  );
}
