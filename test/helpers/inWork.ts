import type { App } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import { FIRST_IN_WORK, type RequestRow } from '#shared/requests/views.ts';

/** The rows of the requests in work, as the screens first ask for them. */
export const inWork = async (app: App): Promise<readonly RequestRow[]> =>
  (await act(app, 'requests.list', FIRST_IN_WORK)).rows;
