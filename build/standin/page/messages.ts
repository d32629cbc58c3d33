/** From the preload world to the main process, as JSON text through a binding only that world has. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly data: string }
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly disposition: 'foreground-tab' | 'background-tab' | 'new-window';
    }
  | { readonly kind: 'accelerator'; readonly key: string }
  | { readonly kind: 'resized' }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string };

/** From the main process to the preload world. */
export type ToPage =
  | { readonly kind: 'answer'; readonly id: number; readonly channel: string; readonly data: string }
  | { readonly kind: 'failure'; readonly id: number; readonly channel: string; readonly error: string }
  | { readonly kind: 'event'; readonly channel: string; readonly data: string }
  | { readonly kind: 'accelerators'; readonly keys: readonly string[] };

/** From the page's own world to the preload world: it wants a window. */
export interface WindowWish {
  readonly url: string;
  readonly disposition: 'foreground-tab' | 'background-tab' | 'new-window';
}
