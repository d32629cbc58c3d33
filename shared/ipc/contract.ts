import { z } from 'zod';
import { declineSchema } from '../drafts/decide.ts';
import { approvalWaySchema } from '../drafts/facts.ts';
import { packSchema } from '../drafts/pack.ts';
import { approvalSchema, irregularSchema } from '../drafts/views.ts';
import { daySchema } from '../kernel/day.ts';
import { instantSchema } from '../kernel/instant.ts';
import { type Problem, problemSchema } from '../kernel/problem.ts';
import type { Result } from '../kernel/result.ts';
import { peopleConflictSchema } from '../people/conflicts.ts';
import { absenceSchema, escalationSchema, personSchema, phaseSchema } from '../people/person.ts';
import { routeSchema } from '../people/routes.ts';
import { groupAnswerSchema } from '../queue/facts.ts';
import { pressureSchema } from '../queue/pressure.ts';
import { jobRowSchema } from '../queue/views.ts';
import { layoutSchema, savedFilterSchema } from '../register/deskView.ts';
import { entrySchema } from '../register/entry.ts';
import { registerFilterSchema, registerOrderSchema } from '../register/search.ts';
import { seriesSchema } from '../register/series.ts';
import { entryDetailSchema, entryRowSchema, registerSearchSchema } from '../register/views.ts';
import { choiceSchema, decisionSchema } from '../report/choices.ts';
import { previewSchema } from '../report/preview.ts';
import { reportViewSchema } from '../report/views.ts';
import { comparisonVerdictSchema, similarSchema } from '../requests/comparison.ts';
import { outcomeSchema, requestDataChangeSchema, requestDataSchema } from '../requests/facts.ts';
import { linkCheckSchema } from '../requests/linkCheck.ts';
import { knownSeriesSchema } from '../requests/series.ts';
import { mailPicturesSchema, requestDetailSchema, requestRowSchema } from '../requests/views.ts';
import { statusSchema } from '../service/status.ts';
import type { MethodName } from './methods.ts';

const nothing = z.object({});
const idSchema = z.object({ id: z.string().min(1).max(200) });
/** Longer than any notice, shorter than any attack: WhatsApp itself stops at 65,536 characters. */
const textSchema = z.string().max(65_536);
const whySchema = z.string().max(2_000);
const offsetSchema = z.int().nonnegative();
/** Rows of the register that are wanted, in which order, and how many at most. */
const registerPageSchema = registerFilterSchema.extend({ order: registerOrderSchema, limit: z.int().min(1).max(500) });
const periodSchema = z.string().regex(/^\d{4}-[1-6]$/);

type Entry = { readonly input: z.ZodType; readonly output: z.ZodType };
const define = <Methods extends Record<MethodName, Entry>>(methods: Methods): Methods => methods;

/** What every call takes and gives. A missing or misspelt method is a compile error here. */
export const contract = define({
  'service.status': { input: nothing, output: statusSchema },
  'service.openExample': { input: nothing, output: nothing },
  'service.leaveExample': { input: nothing, output: nothing },
  'service.chooseFolder': {
    input: z.object({ which: z.enum(['mails', 'deliveries', 'reports', 'outgoing']) }),
    output: z.object({ chosen: z.boolean() }),
  },
  /** The gauge of today; with `date`, what one more notice on that day would mean: `id` is its request. */
  'service.pressure': {
    input: z.object({ date: z.exactOptional(daySchema), id: z.exactOptional(idSchema.shape.id) }),
    output: pressureSchema,
  },
  /** Where the shared register lies (P41): a folder of the network drive, chosen in a window of the system. */
  'service.chooseShare': { input: nothing, output: z.object({ chosen: z.boolean() }) },
  /** Only where there is none yet, and only when a person says so. */
  'service.foundShare': { input: nothing, output: nothing },
  'service.leaveShare': { input: nothing, output: nothing },
  /** One exchange now, without waiting for the next. */
  'service.checkShare': { input: nothing, output: nothing },
  /** Lets in a desk that waits in quarantine, with the key it signs with. */
  'service.acceptDesk': { input: z.object({ dev: z.string().max(32), key: z.string().max(64) }), output: nothing },
  /** The head has seen that this desk was let in. */
  'service.seeDesk': { input: z.object({ dev: z.string().max(32) }), output: nothing },
  'service.nameDesk': { input: z.object({ name: z.string().trim().min(1).max(120) }), output: nothing },
  'people.setPerson': {
    input: personSchema.omit({ id: true }).extend({ id: z.string().nullable() }),
    output: idSchema,
  },
  'people.actAs': { input: idSchema, output: nothing },
  'people.roster': {
    input: nothing,
    output: z.object({
      people: z.array(personSchema),
      chains: z.record(phaseSchema, z.array(z.string())),
      absences: z.array(absenceSchema),
      escalation: escalationSchema.nullable(),
      /** Working days of the next eight weeks on which a phase has nobody (P3). */
      uncovered: z.array(z.object({ day: daySchema, phase: phaseSchema, words: z.string() })),
      /** What desks said apart, to be decided. */
      conflicts: z.array(peopleConflictSchema),
    }),
  },
  /** Decides for one of the facts in dispute of an entity. */
  'people.settle': { input: z.object({ what: z.string().max(200), fact: z.string().max(64) }), output: nothing },
  'people.setAbsence': {
    input: z.object({ id: z.string().nullable(), person: z.string(), from: daySchema, to: daySchema }),
    output: idSchema,
  },
  'people.removeAbsence': { input: idSchema, output: nothing },
  'people.setEscalation': { input: escalationSchema, output: nothing },
  'people.setChain': { input: z.object({ phase: phaseSchema, people: z.array(z.string()).max(50) }), output: nothing },
  'requests.checkMailbox': {
    input: nothing,
    output: z.object({
      read: z.int(),
      added: z.int(),
      /** Files that could not be read; everything else went on. */
      problems: z.array(z.object({ name: z.string(), problem: problemSchema })),
    }),
  },
  'requests.list': { input: nothing, output: z.array(requestRowSchema) },
  'requests.get': { input: idSchema, output: requestDetailSchema },
  'requests.pictures': { input: z.object({ mail: z.string().min(1).max(300) }), output: mailPicturesSchema },
  'requests.saveAttachment': {
    input: z.object({ mail: z.string().min(1).max(300), attachment: z.string().regex(/^[0-9a-f]{64}$/) }),
    /** Null when the window was closed without a choice. */
    output: z.object({ fileName: z.string().nullable() }),
  },
  /** Which request is open on this screen, shown to the other desks; null = none. */
  'requests.viewing': { input: z.object({ id: idSchema.shape.id.nullable() }), output: nothing },
  'requests.takeCharge': { input: idSchema, output: nothing },
  'requests.setData': { input: idSchema.extend({ data: requestDataChangeSchema }), output: nothing },
  'requests.checkLink': { input: idSchema, output: linkCheckSchema },
  'requests.write': {
    input: z.object({
      title: z.string().max(200),
      text: textSchema,
      data: requestDataSchema,
      /** Row of the register whose wrong notice the new one puts right (P37). */
      corrects: z.string().nullable(),
    }),
    output: idSchema,
  },
  /** At a place of the e-mail's text, or around a selection of it: UTF-16 offsets (P12). Answers with the new request. */
  'requests.split': {
    input: idSchema.extend({ at: z.union([offsetSchema, z.tuple([offsetSchema, offsetSchema])]) }),
    output: idSchema,
  },
  'requests.join': { input: idSchema.extend({ with: idSchema.shape.id }), output: idSchema },
  /** With the text as it stands now; the notices it resembles, best first, at most five (P21). */
  'requests.similar': { input: idSchema.extend({ text: textSchema }), output: similarSchema },
  /** A double closes the request, a reminder needs the series (P15), a different one its reason. */
  'requests.compare': {
    input: idSchema.extend({
      with: idSchema.shape.id,
      verdict: comparisonVerdictSchema,
      why: whySchema,
      series: seriesSchema.nullable(),
      /** Also tell the office of a double by a letter (P21). */
      letter: z.exactOptional(z.boolean()),
    }),
    /** The letter, to be taken back with `outbox.undo`. */
    output: z.object({ effect: z.string().nullable() }),
  },
  'requests.series': { input: nothing, output: z.array(knownSeriesSchema) },
  'requests.close': {
    input: idSchema.extend({
      outcome: outcomeSchema,
      why: whySchema,
      sameAs: z.string().nullable(),
      /** Also tell the office by a letter (P21, P26): for «duplicato» and «non necessario». */
      letter: z.exactOptional(z.boolean()),
    }),
    /** The letter, to be taken back with `outbox.undo`. */
    output: z.object({ effect: z.string().nullable() }),
  },
  /** The ready letter that asks for what is missing (P17); its text is empty when nothing is. */
  'requests.askDraft': {
    input: idSchema,
    output: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
  'requests.ask': {
    /** Null = the ready words. */
    input: idSchema.extend({ text: textSchema.nullable() }),
    /** Name of who is asked, and the letter, to be taken back with `outbox.undo`. */
    output: z.object({ to: z.string(), effect: z.string() }),
  },
  'requests.pause': { input: idSchema.extend({ for: whySchema }), output: nothing },
  'requests.resume': { input: idSchema, output: nothing },
  /** The newest answer was read and changes nothing, also where it seemed to withdraw the request (P17, P18). */
  'requests.seeAnswer': { input: idSchema, output: nothing },
  'requests.reopen': { input: idSchema.extend({ why: whySchema }), output: nothing },
  'drafts.pack': { input: nothing, output: packSchema },
  'drafts.publishPack': { input: z.object({ pack: packSchema }), output: z.object({ version: z.int() }) },
  'drafts.save': { input: idSchema.extend({ text: textSchema }), output: z.object({ savedAt: instantSchema }) },
  'drafts.forward': {
    input: idSchema.extend({
      text: textSchema,
      /** Why each failed line of the checklist goes on all the same (P25). */
      reasons: z.record(z.string(), whySchema),
    }),
    /** Name of the head, and the letter to him, to be taken back with `outbox.undo`: then the forwarding is undone. */
    output: z.object({ to: z.string(), effect: z.string().nullable() }),
  },
  'drafts.waiting': { input: nothing, output: z.array(approvalSchema) },
  'drafts.approve': {
    input: idSchema.extend({ seen: z.string(), text: textSchema, route: routeSchema.nullable() }),
    output: z.object({ plannedFor: instantSchema }),
  },
  /** An operator writes down that the head approved away from the app (P38), the text as it was forwarded. */
  'drafts.approveElsewhere': {
    input: idSchema.extend({
      how: approvalWaySchema.exclude(['app']),
      /** When the head decided. */
      when: instantSchema,
      note: whySchema,
    }),
    output: z.object({ plannedFor: instantSchema }),
  },
  'drafts.decline': { input: idSchema.extend({ how: declineSchema }), output: nothing },
  'drafts.release': {
    input: idSchema.extend({ text: textSchema, reasons: z.record(z.string(), whySchema), why: whySchema }),
    output: z.object({ plannedFor: instantSchema }),
  },
  'drafts.toRegularise': { input: nothing, output: z.array(irregularSchema) },
  'drafts.regularise': { input: idSchema.extend({ note: whySchema }), output: nothing },
  /** Takes a letter back before it leaves, with the act it belongs to: within 10 seconds (L1). `id` is its effect. */
  'outbox.undo': { input: idSchema, output: nothing },
  'queue.askGroup': {
    input: idSchema,
    /** The text to copy, and the address of WhatsApp's chat picker unless the text is too long for it (P31). */
    output: z.object({ text: z.string(), picker: z.string().nullable() }),
  },
  'queue.confirmAsked': { input: idSchema, output: nothing },
  'queue.emergency': {
    input: z.object({
      title: z.string().max(200),
      text: textSchema,
      link: z.string().max(2_000).nullable(),
      authoriser: z.string().max(200),
      why: whySchema,
      route: routeSchema,
      /** It leaves although all sendings are stopped. */
      evenStopped: z.exactOptional(z.literal(true)),
    }),
    output: idSchema,
  },
  'queue.list': { input: nothing, output: z.array(jobRowSchema) },
  'queue.confirmSent': {
    input: idSchema.extend({
      text: textSchema.nullable(),
      recipients: z.int().nonnegative().nullable(),
      /** When it was sent; null = now. */
      sentAt: instantSchema.nullable(),
    }),
    output: z.object({ number: z.string() }),
  },
  /** Every sending that has not left stops on every desk, until somebody resumes (P33). */
  'queue.stop': { input: z.object({ why: whySchema }), output: nothing },
  'queue.resume': { input: nothing, output: nothing },
  /** Another moment for a sending that has not left (P33). */
  'queue.move': { input: idSchema.extend({ plannedFor: instantSchema, why: whySchema.nullable() }), output: nothing },
  'queue.undoMove': { input: idSchema, output: nothing },
  'queue.requeue': { input: idSchema.extend({ why: whySchema }), output: nothing },
  'queue.cancel': { input: idSchema.extend({ why: whySchema }), output: nothing },
  'register.list': {
    input: z.object({ from: daySchema.nullable(), to: daySchema.nullable() }),
    output: z.array(entrySchema),
  },
  /** The text goes back to who writes it, and needs its approval again (P31). */
  'queue.sendBack': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** The group or the contractor does not send it, with the reason (P31). */
  'queue.refused': {
    input: idSchema.extend({ why: whySchema, answer: groupAnswerSchema.nullable() }),
    output: nothing,
  },
  /** It reached only a part of the citizens (P33). */
  'queue.partlySent': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** Another desk began the sending and is gone: what it did is uncertain (P33). */
  'queue.takeOver': { input: idSchema.extend({ why: whySchema }), output: nothing },
  'register.search': {
    input: registerPageSchema,
    output: registerSearchSchema,
  },
  /** More of the rows `register.search` found. */
  'register.page': {
    input: registerPageSchema.extend({ offset: offsetSchema }),
    output: z.object({ rows: z.array(entryRowSchema) }),
  },
  /** Where a row stands among those the filter lets through. */
  'register.place': {
    input: registerPageSchema.omit({ limit: true }).extend(idSchema.shape),
    output: z.object({ index: z.int().nonnegative().nullable() }),
  },
  'register.get': { input: idSchema, output: entryDetailSchema },
  'register.export': {
    input: registerFilterSchema.extend({ order: registerOrderSchema, format: z.enum(['xlsx', 'csv']) }),
    output: z.object({ fileName: z.string(), rows: z.int() }),
  },
  /** How this desk sees the register: its saved filters, its columns. */
  'register.view': {
    input: nothing,
    output: z.object({ filters: z.array(savedFilterSchema), layout: layoutSchema }),
  },
  'register.saveFilter': { input: savedFilterSchema.extend({ id: idSchema.shape.id.nullable() }), output: idSchema },
  'register.removeFilter': { input: idSchema, output: nothing },
  'register.setLayout': { input: layoutSchema, output: nothing },
  'register.openExport': { input: z.object({ what: z.enum(['document', 'folder']) }), output: nothing },
  'report.get': { input: z.object({ period: periodSchema }), output: reportViewSchema },
  'report.chooseStatement': { input: z.object({ period: periodSchema }), output: z.object({ chosen: z.boolean() }) },
  'report.mapStatement': {
    input: z.object({ period: periodSchema, map: z.record(z.string(), z.union([z.string(), z.int()])) }),
    output: nothing,
  },
  'report.previewStatement': { input: z.object({ period: periodSchema }), output: previewSchema },
  'report.chooseInvoice': { input: z.object({ period: periodSchema }), output: z.object({ chosen: z.boolean() }) },
  'report.chooseBody': {
    input: z.object({ period: periodSchema, body: z.int().nonnegative() }),
    output: nothing,
  },
  'report.pair': { input: z.object({ period: periodSchema, choice: choiceSchema }), output: nothing },
  'report.unpair': {
    input: choiceSchema.pick({ register: true, statement: true }).extend({ period: periodSchema }),
    output: nothing,
  },
  'report.reopen': { input: decisionSchema.pick({ about: true }).extend({ period: periodSchema }), output: nothing },
  'report.decide': {
    input: decisionSchema.pick({ about: true, outcome: true }).extend({ period: periodSchema, note: whySchema }),
    output: nothing,
  },
  'report.addToRegister': {
    input: z.object({
      period: periodSchema,
      /** Key of the row of the statement. */
      statement: z.string(),
      title: z.string().min(1).max(200),
      office: z.string().max(200).nullable(),
      route: routeSchema,
      note: whySchema.min(1),
    }),
    output: z.object({ number: z.string() }),
  },
  'report.assign': {
    input: z.object({ period: periodSchema, assigned: daySchema.nullable(), delivered: daySchema.nullable() }),
    output: nothing,
  },
  'report.conclude': {
    input: z.object({
      period: periodSchema,
      tone: z.enum(['good', 'warning', 'bad']),
      title: z.string().max(200),
      text: whySchema,
    }),
    output: nothing,
  },
  'report.build': {
    input: z.object({ period: periodSchema }),
    output: z.object({
      id: z.string(),
      fileName: z.string(),
      messages: z.int(),
      sha256: z.string(),
      missing: z.array(z.string()),
    }),
  },
  'report.open': { input: z.object({ id: z.string(), what: z.enum(['document', 'folder']) }), output: nothing },
  'shell.openLink': { input: z.object({ url: z.url() }), output: nothing },
  'shell.copyText': { input: z.object({ text: textSchema }), output: nothing },
});

export type Contract = typeof contract;
export type Input<Method extends MethodName> = z.infer<Contract[Method]['input']>;
export type Output<Method extends MethodName> = z.infer<Contract[Method]['output']>;
export type ReplyTo<Method extends MethodName> = Result<Output<Method>, Problem>;

/** Methods the shell or the core program answer themselves; the app answers all the others. */
export const outerMethods = [
  'service.openExample',
  'service.leaveExample',
  'shell.openLink',
  'shell.copyText',
] as const;
type AppMethod = Exclude<MethodName, (typeof outerMethods)[number]>;

/** One function for every method of the app. */
export type Handlers = {
  readonly [Method in AppMethod]: (input: Input<Method>) => Promise<ReplyTo<Method>> | ReplyTo<Method>;
};

/** Whether a method is answered by the app. */
export function isAppMethod(method: MethodName): method is AppMethod {
  return !(outerMethods as readonly string[]).includes(method);
}
