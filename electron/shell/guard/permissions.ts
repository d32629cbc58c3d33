/** Point 5: the page gets no permission of the browser but writing plain text to the clipboard. */
import type { Session } from 'electron';
import { APP_ORIGIN } from './appScheme.ts';

const ALLOWED = 'clipboard-sanitized-write';

/** Whether `origin` may use `permission`. Origins come with or without a final slash. */
function isAllowed(permission: string, origin: string): boolean {
  return permission === ALLOWED && origin.replace(/\/$/, '') === APP_ORIGIN;
}

const originOf = (url: string): string => {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : '';
};

/** Denies every permission, asked or checked, and every device, but what `isAllowed` lets pass. */
export function installPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isAllowed(permission, originOf(details.requestingUrl))),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, originOf(origin)));
  session.setDevicePermissionHandler(() => false);
}
