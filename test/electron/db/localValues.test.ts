import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';

const schema = z.object({ mails: z.string() });

describe('localValues', () => {
  it('keeps the last value of each name', () => {
    const local = localValues(openMemory(migrations));
    expect(local.get('folders', schema)).toBeUndefined();
    local.set('folders', { mails: '/posta' });
    local.set('folders', { mails: ' /posta nuova' });
    local.set('device', 'desk0001');
    expect(local.get('folders', schema)).toEqual({ mails: ' /posta nuova' });
    expect(local.get('device', z.string())).toBe('desk0001');
  });

  it('takes a value that no longer fits for a missing one', () => {
    const local = localValues(openMemory(migrations));
    local.set('folders', { mails: 7 });
    expect(local.get('folders', schema)).toBeUndefined();
  });
});
