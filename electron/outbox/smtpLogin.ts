import type { NodemailerError } from 'nodemailer/lib/errors';
import type { SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Access } from './access.ts';

/** What stopped entering where it was not the server: no other token was to be had. */
export interface AccessLost {
  readonly accessProblem: Problem;
}

/**
 * Enters a server, `login` doing one attempt. A token it does not accept is renewed once: it may have been withdrawn
 * before its time. Rejects with what stopped it.
 */
export async function enterSmtp(
  user: string,
  access: Access,
  login: (auth: SMTPConnectionAuth) => Promise<unknown>,
): Promise<void> {
  if ('password' in access) {
    await login({ credentials: { user, pass: access.password } });
    return;
  }
  let { token } = access;
  let wasRenewed = false;
  let lost: Problem | undefined;
  const renew = async (): Promise<void> => {
    wasRenewed = true;
    const next = await access.renew();
    if (next.ok) token = next.value;
    else lost = next.error;
    if (!next.ok) throw new Error('No other token.');
  };
  const oauth2 = new XOAuth2({
    user,
    // Asked again where the server lets a refused one be followed by another.
    provisionCallback: (_user, isAnother, done) => {
      (isAnother ? renew() : Promise.resolve()).then(
        () => done(null, token),
        (cause: Error) => done(cause),
      );
    },
  });
  try {
    try {
      await login({ oauth2 });
    } catch (cause) {
      if (wasRenewed || (cause as NodemailerError).code !== 'EAUTH') throw cause;
      await renew();
      await login({ oauth2: new XOAuth2({ user, provisionCallback: (_user, _isAnother, done) => done(null, token) }) });
    }
  } catch (cause) {
    throw lost ? Object.assign(new Error('No access.'), { accessProblem: lost } satisfies AccessLost) : cause;
  }
}
