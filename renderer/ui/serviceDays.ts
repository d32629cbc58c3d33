import { createContext, useContext } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import { type Calendar, isWorkingDay } from '#shared/kernel/workdays.ts';

/** The days on which the office serves, for every calendar on screen; unknown before a town is. */
export const ServiceDays = createContext<Calendar | undefined>(undefined);

/** Whether the office is known to be closed on a day (P5). */
export function useIsClosed(): (day: Day) => boolean {
  const calendar = useContext(ServiceDays);
  return (day) => calendar !== undefined && !isWorkingDay(calendar, day);
}
