import { getConfig, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

afterEach(() => document.body.replaceChildren());

it('content that comes later than the second of Testing Library is still waited for', async () => {
  expect(getConfig().asyncUtilTimeout).toBe(15_000);
  setTimeout(() => document.body.append('Arrivato tardi'), 1_200);
  expect(await screen.findByText('Arrivato tardi')).toBeTruthy();
});
