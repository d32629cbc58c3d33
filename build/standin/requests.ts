import type { OnBeforeRequestListenerDetails } from 'electron';
import type { Link } from './connection.ts';
import { record } from './log.ts';
import { fromBrowser, handlerOf, policyForBrowser, schemeOf } from './schemes.ts';

/** The part of the DevTools event `Fetch.requestPaused` that is looked at. */
export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

/** What has a say about the requests of one page. */
export interface RequestJudge {
  readonly link: Link;
  /** Asks the navigation listeners about a document; false leaves the old one in place. */
  readonly mayNavigate: (url: string, paused: PausedRequest) => boolean;
  readonly cancels: (url: string, paused: PausedRequest) => Promise<boolean>;
}

const INSIDE = ['about', 'blob', 'data'];

/** Chromium's resource types as Electron names them. */
export function resourceTypeOf(
  paused: PausedRequest,
  isMainFrame: boolean,
): OnBeforeRequestListenerDetails['resourceType'] {
  switch (paused.resourceType) {
    case 'Document':
      return isMainFrame ? 'mainFrame' : 'subFrame';
    case 'Stylesheet':
      return 'stylesheet';
    case 'Script':
      return 'script';
    case 'Image':
      return 'image';
    case 'Font':
      return 'font';
    case 'Media':
      return 'media';
    case 'XHR':
    case 'Fetch':
      return 'xhr';
    default:
      return 'other';
  }
}

function requestFor(url: string, { request }: PausedRequest): Request {
  const { method, headers, postDataEntries = [] } = request;
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) });
}

async function fulfil(link: Link, requestId: string, response: Response): Promise<void> {
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? policyForBrowser(value) : value,
  }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await link.send('Fetch.fulfillRequest', { requestId, responseCode: response.status || 200, responseHeaders, body });
}

/** Answers one request of a page: from the app's protocol handler, or not at all. Nothing reaches a network. */
export async function answerRequest(paused: PausedRequest, judge: RequestJudge): Promise<unknown> {
  const { requestId } = paused;
  const { link } = judge;
  const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed' | 'InternetDisconnected') =>
    link.send('Fetch.failRequest', { requestId, errorReason });
  const url = fromBrowser(paused.request.url);
  if (INSIDE.includes(schemeOf(url))) return link.send('Fetch.continueRequest', { requestId });
  if (paused.resourceType === 'Document' && !judge.mayNavigate(url, paused)) return fail('Aborted');
  if (await judge.cancels(url, paused)) return fail('BlockedByClient');
  const handler = handlerOf(url);
  if (!handler) {
    record('network', { url });
    return fail('InternetDisconnected');
  }
  try {
    return await fulfil(link, requestId, await handler(requestFor(url, paused)));
  } catch (error) {
    if (process.env.STANDIN_VERBOSE) console.error('stand-in: protocol handler', url, error);
    return fail('Failed');
  }
}
