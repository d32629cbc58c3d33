import { z } from 'zod';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type AccessWay, accessWayOf, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import { accessProblem } from './accessProblem.ts';
import { signInProblem } from './signInProblem.ts';
import { askTokenServer, type Grant, grantSchema, type TokenServer } from './tokenServer.ts';

const pageSchema = z
  .string()
  .max(2_000)
  .refine((text) => URL.parse(text)?.protocol === 'https:');
/** The answer of RFC 8628, 3.2. */
const deviceSchema = z.object({
  device_code: z.string().min(1).max(8_192),
  user_code: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\x20-\x7e]+$/),
  verification_uri: pageSchema,
  expires_in: z.coerce.number().positive().max(86_400),
  interval: z.coerce.number().positive().max(3_600).optional(),
});

/** A code to type, and what is asked with meanwhile. */
export interface DeviceCode {
  readonly code: string;
  /** The page on which it is typed. */
  readonly page: string;
  readonly until: Instant;
  /** Known to this desk and the server alone. */
  readonly deviceCode: string;
  /** So long between two questions, in milliseconds. */
  readonly interval: number;
}

const USUAL_INTERVAL = 5;
/** So much longer after each time the server says that it was asked too soon (RFC 8628, 3.5). */
const SLOWER = 5_000;
const LONGEST_PAUSE = 60_000;
const SECOND = 1_000;

const deviceOf = (way: AccessWay): string => way.device ?? way.token;

/** Asks for a code that a person types on a page, also of another computer (RFC 8628). */
export async function askDeviceCode(
  server: TokenServer,
  access: MailAccess,
  now: () => Instant,
): Promise<Result<DeviceCode, Problem>> {
  const way = accessWayOf(access);
  const form = { client_id: access.clientId, client_secret: access.clientSecret, scope: way.scopes };
  const reply = await askTokenServer(server, deviceOf(way), form, deviceSchema);
  if (reply.kind !== 'given') return err(signInProblem(reply, way));
  const { device_code, user_code, verification_uri, expires_in, interval = USUAL_INTERVAL } = reply.value;
  return ok({
    code: user_code,
    page: verification_uri,
    until: addMilliseconds(now(), expires_in * SECOND),
    deviceCode: device_code,
    interval: interval * SECOND,
  });
}

export interface DeviceWaiting {
  readonly now: () => Instant;
  /** Waits; rejects when the person gave up. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Asks again and again whether the code was typed, as slowly as the server wants, until it was or has ended. */
export async function waitForDevice(
  server: TokenServer,
  access: MailAccess,
  { deviceCode, interval, until }: DeviceCode,
  { now, wait }: DeviceWaiting,
): Promise<Result<Grant, Problem>> {
  const way = accessWayOf(access);
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    ...{ device_code: deviceCode, client_id: access.clientId, client_secret: access.clientSecret },
  };
  let pause = interval;
  for (;;) {
    await wait(pause);
    if (now() >= until) return err(accessProblem('code-expired'));
    const reply = await askTokenServer(server, way.token, form, grantSchema);
    if (reply.kind === 'given') return ok(reply.value);
    // It may be the network (RFC 8628, 3.5).
    if (reply.kind === 'failed') pause = Math.max(pause, Math.min(pause * 2, LONGEST_PAUSE));
    else if (reply.error === 'slow_down') pause += SLOWER;
    else if (reply.error !== 'authorization_pending') return err(signInProblem(reply, way));
  }
}
