import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { ListOffice } from '#renderer/requests/office/ListOffice.tsx';
import { OfficeChoice } from '#renderer/requests/office/OfficeChoice.tsx';
import { AllowSender } from '#renderer/requests/sender/AllowSender.tsx';
import {
  Button,
  Field,
  MomentOffers,
  PaneHeader,
  ProblemBanner,
  problemOf,
  SelectField,
  Sign,
} from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { isImpossible, type MomentCheck, sayMomentTrouble } from '#shared/kernel/sendingMoment.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { RequestData, RequestDataChange } from '#shared/requests/facts.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { AnswerOffer } from './AnswerOffer.tsx';
import { DateField } from './DateField.tsx';
import { answeredData, confirmedCount, isConfirmed, ownWarnings, proposedData, sourceOf } from './dataState.ts';
import { LinkField, LinkHint } from './LinkField.tsx';

export interface DataPaneProps {
  readonly request: RequestDetail;
  readonly profile: Profile;
  readonly today: string;
  readonly readOnly: boolean;
  /** What became of the moment wanted (P5); null without a date. */
  readonly moment: MomentCheck | null;
  /** The checklist of the intake, below the data (P25). */
  readonly checks: ReactNode;
  readonly problem: Problem | undefined;
  /** What two desks wrote differently, to be decided first. */
  readonly conflicts: ReactNode;
  readonly onSet: (data: RequestDataChange) => void;
  /** Opens the link once and keeps what came of it (P22). */
  readonly onCheckLink: () => void;
  readonly dateField: RefObject<HTMLInputElement | null>;
  readonly linkField: RefObject<HTMLInputElement | null>;
}

const options = (values: readonly string[], chosen: string | null) =>
  (chosen === null || values.includes(chosen) ? values : [chosen, ...values]).map((value) => ({
    value,
    label: capitalised(value),
  }));

const CONFIRMED = confirmed({ word: 'confermato', evidence: 'Una persona l’ha confermato o scritto.' });

/** The data of the request, each with where it comes from and whether somebody confirmed it; below them the checklist. */
export function DataPane(props: DataPaneProps) {
  const {
    request,
    profile,
    today,
    readOnly,
    moment,
    checks,
    problem,
    conflicts,
    onSet,
    onCheckLink,
    dateField,
    linkField,
  } = props;
  const { data } = request;
  const confirm = (name: keyof RequestData) => () => onSet({ [name]: data[name] });
  const look = (name: keyof RequestData, label: string, isNarrow = false) => {
    const set = data[name] !== null;
    const done = isConfirmed(request, name);
    return {
      label,
      source: (
        <>
          {!isNarrow && sourceOf(request, name)}
          {set && !done && !readOnly && (
            <button type="button" className="link data-confirm" onClick={confirm(name)}>
              Conferma<span className="visually-hidden"> {label.toLowerCase()}</span>
            </button>
          )}
        </>
      ),
      ...(set
        ? { sign: done ? CONFIRMED : ('todo' as const), signLabel: done ? CONFIRMED.word : 'da confermare' }
        : {}),
    };
  };
  const confirmOnEnter = (name: keyof RequestData) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || data[name] === null) return;
    event.preventDefault();
    confirm(name)();
  };
  const choice = (name: 'office' | 'category' | 'reason', label: string, values: readonly string[]) =>
    readOnly ? (
      <Field
        {...look(name, label, name !== 'reason')}
        readOnly
        value={capitalised(data[name] ?? '')}
        onChange={() => undefined}
      />
    ) : name === 'office' ? (
      <OfficeChoice
        {...look(name, label, values.length > 0)}
        value={data.office}
        offices={values}
        hint={<ListOffice office={data.office} />}
        onCommit={(office) => onSet({ office })}
        onKeyDown={confirmOnEnter(name)}
      />
    ) : (
      <SelectField
        {...look(name, label, name !== 'reason')}
        placeholder="Scegli"
        value={data[name] ?? ''}
        options={options(values, data[name])}
        onChange={(value) => onSet({ [name]: value === '' ? null : value })}
        onKeyDown={confirmOnEnter(name)}
      />
    );
  const choose = (moment: Instant) => {
    const { day, time } = romeOf(moment);
    onSet({ sendDate: day, sendTime: time });
  };
  const { confirmed: known, of } = confirmedCount(request);
  const proposed = proposedData(request);
  const link = data.link;
  const offerOf = (name: 'sendDate' | 'link') => {
    const offer = readOnly ? undefined : answeredData(request, name);
    return offer && <AnswerOffer offer={offer} today={today} onTake={onSet} />;
  };
  const plainHint =
    data.sendDate === null ? (
      'Manca la data di invio.'
    ) : moment && sayMomentTrouble(moment, { day: data.sendDate, time: data.sendTime }) !== '' ? (
      <MomentOffers
        check={moment}
        wanted={{ day: data.sendDate, time: data.sendTime }}
        today={today}
        onChoose={readOnly ? undefined : choose}
      />
    ) : undefined;
  const dateOffer = offerOf('sendDate');
  const dateHint = dateOffer ? (
    <>
      {dateOffer} {plainHint}
    </>
  ) : (
    plainHint
  );
  return (
    <>
      <PaneHeader title="Dati da confermare" note={`${known} di ${of}`} />
      <div className="data-scroll">
        <div className="data-fields">
          {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
          {conflicts}
          <DateField
            {...look('sendDate', 'Data richiesta')}
            ref={dateField}
            value={{ date: data.sendDate, time: data.sendTime }}
            today={today}
            readOnly={readOnly}
            invalid={moment !== null && isImpossible(moment)}
            hint={dateHint}
            onCommit={({ date, time }) => onSet({ sendDate: date, sendTime: time })}
          />
          <LinkField
            {...look('link', 'Notizia sul sito')}
            ref={linkField}
            value={link}
            hosts={profile.hosts}
            readOnly={readOnly}
            hint={
              <>
                {offerOf('link')} <LinkHint request={request} today={today} readOnly={readOnly} onCheck={onCheckLink} />
              </>
            }
            onCommit={(value) => onSet({ link: value })}
          />
          <div className="data-pair">
            {choice('office', 'Ufficio', profile.offices)}
            {choice('category', 'Categoria', profile.categories)}
          </div>
          {choice('reason', 'Motivo', profile.reasons)}
          {Object.keys(proposed).length > 0 && !readOnly && (
            <Button size="small" keys="Control+Shift+Enter" className="data-all" onClick={() => onSet(proposed)}>
              Conferma tutto
            </Button>
          )}
        </div>
        {checks}
        {ownWarnings(request).length > 0 && (
          <ul className="data-warnings" aria-label="Da guardare nella e-mail">
            {ownWarnings(request).map((message) => (
              <li key={message}>
                <Sign name="warning" size={14} label="avviso" />
                <span>{message}</span>
              </li>
            ))}
          </ul>
        )}
        <AllowSender request={request} />
      </div>
    </>
  );
}
