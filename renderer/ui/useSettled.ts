import { useEffect, useState } from 'react';

/** How long letters typed into a filter rest before the core is asked, in milliseconds. */
export const TYPING_MILLISECONDS = 60;

/** `value` once it has rested for `milliseconds`; at the start at once. It must be a primitive, or stay the same object. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (Object.is(value, settled)) return;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, settled, milliseconds]);
  return settled;
}
