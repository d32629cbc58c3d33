import { useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import type { ProfileField } from '#shared/people/profile/profile.ts';

/** Records that the municipality confirmed a datum, and how one knows (P66: never by editing the value). */
export function ConfirmTownDialog({ field, onClose }: { readonly field: ProfileField; readonly onClose: () => void }) {
  const confirm = useAct('people.confirmTown');
  const show = useToast();
  const { label } = FIELD_WORDS[field];
  const run = async (how: string) => {
    if (confirm.busy) return;
    const reply = await confirm.run({ field, how });
    if (!reply.ok) return;
    onClose();
    show({ text: `Confermato: ${label}.` });
  };
  return (
    <ReasonDialog
      title={`Segna come confermato: ${label}`}
      explanation="Resta scritto chi lo ha confermato, quando e come. Se il valore cambia, si conferma di nuovo."
      label="Come lo sai"
      action="Segna come confermato"
      missing="Scrivi chi l’ha confermato, o l’atto: per esempio «telefonata in segreteria»."
      problem={confirm.problem}
      onRun={(how) => void run(how)}
      onClose={onClose}
    />
  );
}
