import { draftStory } from '#shared/drafts/story.ts';
import { deviceStory } from '#shared/journal/deviceStory.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { type Names, storyOf, type Teller } from '#shared/journal/story.ts';
import { bindingStory, noteStory, peopleStory, pinStory, profileStory, senderStory } from '#shared/people/story.ts';
import { queueStory, stopStory } from '#shared/queue/story.ts';
import { registerStory } from '#shared/register/story.ts';
import { reportStory } from '#shared/report/story.ts';
import { letterStory, mailboxStory } from '#shared/requests/letterStory.ts';
import { requestStory } from '#shared/requests/story.ts';
import { serviceStory } from './deskStory.ts';

/** The tellers of all vocabularies. */
const TELLERS: readonly Teller[] = [
  deviceStory,
  peopleStory,
  profileStory,
  senderStory,
  bindingStory,
  pinStory,
  noteStory,
  registerStory,
  requestStory,
  letterStory,
  mailboxStory,
  draftStory,
  queueStory,
  stopStory,
  reportStory,
  serviceStory,
];

/** A fact of any word as one whole sentence (P65). */
export const tellFact = (fact: Fact, names: Names): string => storyOf(TELLERS, fact, names);
