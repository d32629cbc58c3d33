import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type {
  Clipboard,
  Display,
  NativeImage as ElectronImage,
  PowerMonitor,
  SafeStorage,
  Screen,
  Size,
} from 'electron';
import { app } from './app.ts';
import { DISPLAY_SIZE } from './chromium.ts';

let copied = '';

/** Electron's `clipboard`, in memory: the user's own clipboard is left alone. */
export const clipboard = {
  readText: () => Promise.resolve(copied),
  writeText: (text) => {
    copied = text;
    return Promise.resolve();
  },
  has: (type) => Promise.resolve(type === 'text/plain' && copied !== ''),
  clear: () => {
    copied = '';
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'has' | 'clear'>;

const AREA = { x: 0, y: 0, ...DISPLAY_SIZE };
const DISPLAY = {
  id: 1,
  label: '',
  bounds: AREA,
  workArea: AREA,
  size: DISPLAY_SIZE,
  workAreaSize: DISPLAY_SIZE,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} satisfies Partial<Display>;
const display = DISPLAY as unknown as Display;

/** Electron's `screen`: one display of a fixed size. */
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
} satisfies Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching'>);

/** Electron's `powerMonitor`; specs emit `suspend` and `resume`. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
  isOnBatteryPower: () => false,
} satisfies Pick<PowerMonitor, 'getSystemIdleTime' | 'isOnBatteryPower'>);

const PNG_SIZE_OFFSET = 16;

class NativeImage implements Pick<ElectronImage, 'isEmpty' | 'getSize' | 'toPNG' | 'resize'> {
  readonly #png: Buffer;

  constructor(png: Buffer) {
    this.#png = png;
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }

  getSize(): Size {
    if (this.isEmpty()) return { width: 0, height: 0 };
    return { width: this.#png.readUInt32BE(PNG_SIZE_OFFSET), height: this.#png.readUInt32BE(PNG_SIZE_OFFSET + 4) };
  }

  toPNG(): Buffer {
    return this.#png;
  }

  resize(): ElectronImage {
    return this as unknown as ElectronImage;
  }
}

const imageOf = (png: Buffer): ElectronImage => new NativeImage(png) as unknown as ElectronImage;

/** Electron's `nativeImage`, for PNG files; nothing is drawn or scaled. */
export const nativeImage = {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromPath: (path) => imageOf(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (bytes) => imageOf(bytes),
} satisfies Pick<typeof Electron.nativeImage, 'createEmpty' | 'createFromPath' | 'createFromBuffer'>;

const CIPHER = 'aes-256-gcm';
const PREFIX = Buffer.from('v10');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

// No secret store: the key can be computed by anyone, as in Electron's own fallback "basic_text".
const key = (): Buffer =>
  createHash('sha256')
    .update(`stand-in:${app.getPath('userData')}`)
    .digest();
const available = (): boolean => app.isReady() && process.env.STANDIN_NO_KEYRING !== '1';

function encrypt(text: string): Buffer {
  if (!available())
    throw new Error('Error while encrypting the text provided to safeStorage. Encryption is not available.');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key(), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), hidden]);
}

function decrypt(bytes: Buffer): string {
  const tagAt = PREFIX.length + NONCE_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(PREFIX.length, tagAt));
    decipher.setAuthTag(bytes.subarray(tagAt, tagAt + TAG_BYTES));
    return decipher.update(bytes.subarray(tagAt + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.');
  }
}

/** Electron's `safeStorage`. `STANDIN_NO_KEYRING=1` imitates a machine without a secret store. */
export const safeStorage = {
  isEncryptionAvailable: available,
  encryptString: encrypt,
  decryptString: decrypt,
  getSelectedStorageBackend: () => 'basic_text',
  isAsyncEncryptionAvailable: () => Promise.resolve(available()),
  encryptStringAsync: async (text) => encrypt(text),
  decryptStringAsync: async (bytes) => ({ result: decrypt(bytes), shouldReEncrypt: false }),
} satisfies Omit<SafeStorage, 'setUsePlainTextEncryption'>;
