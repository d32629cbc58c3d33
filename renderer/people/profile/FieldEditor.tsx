import { useSession } from '#renderer/session.tsx';
import { FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import type { ProfileField } from '#shared/people/profile/profile.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import { ContractEditor } from './ContractEditor.tsx';
import { ElectionsEditor } from './ElectionsEditor.tsx';
import type { FormProps } from './editor.ts';
import { ModelsEditor, ResponsiblesEditor } from './ListEditors.tsx';
import { SendersEditor } from './SendersEditor.tsx';
import {
  DeadlineEditor,
  GroupTextEditor,
  NumberEditor,
  NumbersEditor,
  OnePersonEditor,
  ReasonsEditor,
} from './SettingEditors.tsx';
import { ContractorEditor, LineEditor, LinesEditor, RouteEditor, TextEditor } from './TextEditors.tsx';

const OPTIONAL: readonly ProfileField[] = ['mailbox', 'mayor', 'optInWord', 'optOutWord', 'prontuario', 'newsFeed'];

const PRESSURE = { sevenDays: 'Avvisi in 7 giorni', thirtyDays: 'Avvisi in 30 giorni' } as const;
const MAILBOX = {
  beforeStart: 'Minuti prima dell’inizio',
  afterStart: 'Minuti dopo l’inizio',
  beforeEnd: 'Minuti prima della fine',
  afterEnd: 'Minuti dopo la fine',
} as const;

export interface FieldEditorProps extends FormProps {
  readonly field: ProfileField;
  readonly readOnly: boolean;
  readonly onChange: (value: unknown) => void;
}

/** The editor of one datum of the municipality, by what it holds. */
export function FieldEditor({ field, readOnly, onChange, onForm }: FieldEditorProps) {
  const { profile, today } = useSession();
  const { label, expected } = FIELD_WORDS[field];
  const common = { readOnly, onChange, label, hint: readOnly ? undefined : expected };
  switch (field) {
    case 'calendar':
      return <CalendarEditor {...common} value={profile.calendar} today={today} />;
    case 'senders':
      return <SendersEditor {...common} onForm={onForm} value={profile.senders} today={today} />;
    case 'electionPeriods':
      return <ElectionsEditor {...common} onForm={onForm} value={profile.electionPeriods} today={today} />;
    case 'responsibles':
      return <ResponsiblesEditor {...common} value={profile.responsibles} offices={profile.offices} />;
    case 'contractor':
      return <ContractorEditor {...common} value={profile.contractor} />;
    case 'pressure':
      return <NumbersEditor {...common} value={profile.pressure} labels={PRESSURE} />;
    case 'mailboxChecks':
      return <NumbersEditor {...common} value={profile.mailboxChecks} labels={MAILBOX} />;
    case 'contract':
      return <ContractEditor {...common} value={profile.contract} today={today} />;
    case 'normalRoute':
      return <RouteEditor {...common} value={profile.normalRoute} />;
    case 'pauseMinutes':
    case 'askedHours':
      return <NumberEditor {...common} value={profile[field]} />;
    case 'firstNumber':
      return <NumberEditor {...common} value={profile.firstNumber} isOptional />;
    case 'reportDeadline':
      return <DeadlineEditor {...common} value={profile.reportDeadline} />;
    case 'forbidOnePerson':
      return <OnePersonEditor {...common} value={profile.forbidOnePerson} />;
    case 'groupText':
      return <GroupTextEditor {...common} value={profile.groupText} />;
    case 'reasons':
      return <ReasonsEditor {...common} value={profile.reasons} />;
    case 'emergencyModels':
      return <ModelsEditor {...common} value={profile.emergencyModels} />;
    case 'subscribersText':
      return <TextEditor {...common} value={profile.subscribersText} />;
    case 'mailAccount':
      return <p className="muted">{expected}</p>;
    case 'hosts':
    case 'mailDomains':
    case 'acts':
    case 'offices':
    case 'categories':
      return <LinesEditor {...common} value={profile[field]} />;
    default:
      return <LineEditor {...common} value={profile[field]} isOptional={OPTIONAL.includes(field)} />;
  }
}
