import './request.css';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { Button, Loading, ProblemBanner, problemOf, ScreenHead } from '../ui/index.ts';
import type { Neighbours } from './RequestHead.tsx';
import { RequestWork } from './RequestWork.tsx';

export interface RequestScreenProps {
  readonly id: string;
  readonly status: Status;
  readonly neighbours: Neighbours;
  readonly onOpen: (id: string) => void;
  /** Asks the office for what is missing, by a letter. */
  readonly onAsk: (id: string) => void;
  /** Goes to a notice that resembles it, where it stands (P21). */
  readonly onSee: (notice: Pick<SimilarNotice, 'id' | 'kind'>) => void;
  /** Notes that it waits for others. */
  readonly onPause: (id: string) => void;
  /** Back to the list; with the request that was decided here, so that the list can go on with the next one. */
  readonly onBack: () => void;
}

/** One request, from its e-mail to the text for the head (P11–P26). */
export function RequestScreen(props: RequestScreenProps) {
  const { id, onBack } = props;
  const request = useAnswer('requests.get', { id });
  const rows = useAnswer('requests.list', {});
  if (request.value && !rows.loading) {
    return <RequestWork key={id} {...props} request={request.value} rows={rows.value ?? []} />;
  }
  return (
    <>
      <ScreenHead title="Richiesta" crumbs={[{ label: 'Richieste', onGo: onBack }]} />
      {request.problem ? (
        <ProblemBanner
          {...problemOf(request.problem)}
          actions={
            <Button size="small" onClick={onBack}>
              Torna alle richieste
            </Button>
          }
        />
      ) : (
        <Loading label="Leggo la richiesta" rows={6} />
      )}
    </>
  );
}
