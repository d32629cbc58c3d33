import './request.css';
import { useAnswer } from '#renderer/api.ts';
import { Button, Loading, ProblemBanner, problemOf, ScreenHead } from '#renderer/ui/index.ts';
import { RequestWork, type RequestWorkProps } from './RequestWork.tsx';

export interface RequestScreenProps extends Omit<RequestWorkProps, 'request'> {
  readonly id: string;
}

/** One request, from its e-mail to the text for the head (P11–P26). */
export function RequestScreen(props: RequestScreenProps) {
  const { id, ...work } = props;
  const { onBack } = work;
  const request = useAnswer('requests.get', { id });
  if (request.value) return <RequestWork key={id} {...work} request={request.value} />;
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
