import type { WebFrameMain as ElectronFrame } from 'electron';

/** Electron's `WebFrameMain`, for the main frame: frames inside the page have no preload and cannot call. */
export class WebFrameMain
  implements
    Pick<ElectronFrame, 'url' | 'origin' | 'detached' | 'isDestroyed' | 'processId' | 'routingId' | 'frameTreeNodeId'>
{
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  readonly parent = null;
  readonly #address: () => string;
  readonly #gone: () => boolean;

  constructor(id: number, address: () => string, gone: () => boolean) {
    this.processId = id;
    this.routingId = id;
    this.frameTreeNodeId = id;
    this.#address = address;
    this.#gone = gone;
  }

  get url(): string {
    return this.#address();
  }

  get origin(): string {
    if (!URL.canParse(this.url)) return 'null';
    const { origin, protocol, host } = new URL(this.url);
    return origin === 'null' && host ? `${protocol}//${host}` : origin;
  }

  get top(): WebFrameMain {
    return this;
  }

  get detached(): boolean {
    return this.#gone();
  }

  isDestroyed(): boolean {
    return this.#gone();
  }
}
