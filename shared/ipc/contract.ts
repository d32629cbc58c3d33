import type { z } from 'zod';
import { draftsContract } from '#shared/drafts/contract.ts';
import type { CasesOf, Method, Topic } from '#shared/kernel/contract.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { peopleContract } from '#shared/people/contract.ts';
import { queueContract } from '#shared/queue/contract.ts';
import { registerContract } from '#shared/register/contract.ts';
import { reportContract } from '#shared/report/contract.ts';
import { requestsContract } from '#shared/requests/contract.ts';
import { serviceContract } from '#shared/service/contract.ts';
import { outerContract } from './outerContract.ts';

/** The calls of the seven words: the app answers them. */
export const appContract = {
  ...peopleContract,
  ...registerContract,
  ...requestsContract,
  ...draftsContract,
  ...queueContract,
  ...reportContract,
  ...serviceContract,
};

/** What every call of a screen takes and gives. */
export const contract = { ...appContract, ...outerContract };

export type MethodName = keyof typeof contract;
export type Input<Name extends MethodName> = z.infer<(typeof contract)[Name]['input']>;
export type Output<Name extends MethodName> = z.infer<(typeof contract)[Name]['output']>;
export type ReplyTo<Name extends MethodName> = Result<Output<Name>, Problem>;

/** The calls that only read. */
export type Question = {
  [Name in MethodName]: (typeof contract)[Name] extends { readonly reads: readonly Topic[] } ? Name : never;
}[MethodName];

/** One function for every method of the app. */
export type Handlers = CasesOf<typeof appContract>;

/** Whether there is a call of this name. */
export const isMethod = (name: string): name is MethodName => Object.hasOwn(contract, name);

/** Whether a method is answered by the app. */
export const isAppMethod = (name: string): name is keyof Handlers => Object.hasOwn(appContract, name);

/** Whether a call only reads. */
export const isQuestion = (name: MethodName): name is Question => 'reads' in contract[name];

/** Whether the answer to a question may be another one now that `topics` changed; an act is no question. */
export function isChangedBy(name: MethodName, topics: readonly string[]): boolean {
  const { reads }: Method = contract[name];
  return reads?.some((topic) => topics.includes(topic)) ?? false;
}
