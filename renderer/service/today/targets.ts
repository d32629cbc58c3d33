import type { Command } from '#renderer/queue/queueRows.ts';
import type { CopyReader } from '#shared/queue/facts.ts';

/** Where a row leads. */
export type Target =
  | { readonly place: 'request'; readonly id: string }
  | { readonly place: 'requests' | 'queue' }
  /** A text to decide on, by its request; with the dialog that writes down what the head decided. */
  | { readonly place: 'approval'; readonly id?: string; readonly dialog?: 'heard' }
  /** Answers to read, by the request. */
  | { readonly place: 'answer'; readonly id: string }
  /** To be asked of the group now, or said to have been asked, by the request. */
  | { readonly place: 'ask'; readonly id: string; readonly title: string }
  | { readonly place: 'asked'; readonly id: string; readonly title: string }
  /** The report on two months. */
  | { readonly place: 'report'; readonly id: string }
  /** The mailbox, to be read now. */
  | { readonly place: 'mailbox' }
  /** An approval to confirm, by its request. */
  | { readonly place: 'unbound'; readonly id: string }
  /** The two answers of an election period, by the request. */
  | { readonly place: 'election'; readonly id: string }
  /** Notes between colleagues, by what they are about. */
  | { readonly place: 'note'; readonly about: string; readonly title: string }
  /** A change of who approves, by its fact: the people. */
  | { readonly place: 'people'; readonly id: string }
  /** The clock of this computer, to be looked at. */
  | { readonly place: 'clock' }
  /** The copies of the data of this computer. */
  | { readonly place: 'copies' }
  /** The page of the mailbox and of what opens it. */
  | { readonly place: 'mailAccount' }
  /** The e-mails that a person has to send. */
  | { readonly place: 'toPost' }
  /** The e-mails that could not be read. */
  | { readonly place: 'otherMails' }
  /** An emergency to put in order, by its request. */
  | { readonly place: 'emergency'; readonly id: string }
  /** A sending in the queue, with the dialog of a command open. */
  | { readonly place: 'sending'; readonly id: string; readonly command?: Command }
  /** A sending whose page of the news is to be looked at. */
  | { readonly place: 'page'; readonly id: string }
  /** An emergency whose copy the mayor has not got. */
  | { readonly place: 'copy'; readonly id: string; readonly who: CopyReader }
  /** Something that does not get on: its effect. */
  | { readonly place: 'stuck'; readonly id: string }
  /** A register that nobody at this desk has confirmed yet. */
  | { readonly place: 'register' }
  /** A desk that was let in: how the register is shared. */
  | { readonly place: 'desk'; readonly id: string };

/** What a row opens outside of Oggi: the others are dialogs of its own. */
export type TargetElsewhere = Exclude<
  Target,
  {
    readonly place:
      | 'answer'
      | 'ask'
      | 'asked'
      | 'clock'
      | 'unbound'
      | 'register'
      | 'copy'
      | 'page'
      | 'election'
      | 'note'
      | 'toPost';
  }
>;
