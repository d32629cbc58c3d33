import type { WebPreferences } from 'electron';

/** Throws for any web preference that weakens a page: the stand-in has no such pages, and the product wants none. */
export function refuseInsecure(preferences: WebPreferences = {}): void {
  const { nodeIntegration, contextIsolation, sandbox, webSecurity, webviewTag } = preferences;
  const refused =
    nodeIntegration ||
    webviewTag ||
    preferences.nodeIntegrationInWorker ||
    preferences.nodeIntegrationInSubFrames ||
    preferences.allowRunningInsecureContent ||
    preferences.experimentalFeatures ||
    preferences.enableBlinkFeatures;
  if (refused || contextIsolation === false || sandbox === false || webSecurity === false) {
    throw new Error('stand-in: only sandboxed, isolated windows without Node and with web security are supported');
  }
}
