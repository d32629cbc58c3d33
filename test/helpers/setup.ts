/** Before every file of tests of a screen: what waits for content waits as long as `expect.poll`. */
import { configure } from '@testing-library/react';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Milliseconds a test waits for something to come true. */
    readonly patience: number;
  }
}

configure({ asyncUtilTimeout: inject('patience') });
