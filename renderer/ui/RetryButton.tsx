import { useQueryClient } from '@tanstack/react-query';
import { Button } from './Button.tsx';

/** Asks everything on screen again: beside the problem of what could not be read. */
export function RetryButton() {
  const queries = useQueryClient();
  return (
    <Button size="small" onClick={() => void queries.invalidateQueries()}>
      Riprova
    </Button>
  );
}
