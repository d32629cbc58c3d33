import './mail.css';
import { Loading } from '#renderer/ui/index.ts';
import { ReceivingPart, useReceiving } from './ReceivingPart.tsx';
import { SendingPart, useSending } from './SendingPart.tsx';
import { Tried } from './TrialList.tsx';

/** How e-mails come in, and what was tried of it, step by step: each part of the page is a section of its own. */
export function SettingsMail() {
  const { view, access, status } = useReceiving();
  const sending = useSending();
  if (!view || !access || !status || !sending) return <Loading label="Guardo la casella" rows={4} />;
  return (
    <div className="mail-page">
      <div className="mail-parts">
        <ReceivingPart view={view} access={access} status={status} />
        <SendingPart view={sending} access={access} receiving={view.receiving} />
      </div>
      <Tried receiving={view.trial} sending={sending.trial} />
    </div>
  );
}
