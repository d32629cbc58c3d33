import { z } from 'zod';

/** Why a notice matters to the citizen (P16). */
export const REASONS = ['evento', 'scadenza', 'servizio', 'pubblica utilità', 'emergenza'] as const;
export const reasonSchema = z.enum(REASONS);
