import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { ProblemBanner, problemOf, sayProblem, useToast, VisuallyHidden } from '#renderer/ui/index.ts';

export interface ListOfficeProps {
  readonly office: string | null;
}

/** Puts an office that was written on the list of the town (P4), for who may change it; nothing for one that is there. */
export function ListOffice({ office }: ListOfficeProps) {
  const { offices } = useSession().profile;
  const town = useAnswer('people.town', {}).value;
  const { run, busy, problem } = useAct('people.setTown');
  const show = useToast();
  if (office === null || offices.includes(office) || town?.readOnly !== null) return null;
  const list = (names: readonly string[]) => run({ changes: [{ field: 'offices', value: names }] });
  const undo = async () => {
    const reply = await list(offices);
    if (!reply.ok) show({ text: sayProblem(reply.error) });
  };
  const add = async () => {
    if (busy || !(await list([...offices, office])).ok) return;
    show({
      text: `«${office}» è nell’elenco degli uffici.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void undo() },
    });
  };
  return (
    <>
      <button type="button" className="link" onClick={() => void add()}>
        Aggiungi all’elenco<VisuallyHidden> degli uffici: {office}</VisuallyHidden>
      </button>
      {problem && <ProblemBanner {...problemOf(problem)} place="below" />}
    </>
  );
}
