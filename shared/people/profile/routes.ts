import { z } from 'zod';

/** Ways a notice reaches the citizens (P31–P33). */
export const ROUTES = ['gruppo operativo', 'e-mail alla ditta', 'cartella della ditta'] as const;
export const routeSchema = z.enum(ROUTES);
export type Route = z.infer<typeof routeSchema>;
