import { ProblemBanner } from '#renderer/ui/index.ts';
import type { ShareView } from '#shared/service/share.ts';

const LIST = new Intl.ListFormat('it');

/** Numbers that two desks gave twice, and rows that wait for theirs: what it means and what happens by itself (P40). */
export function RegisterSharing({ share }: { readonly share: ShareView }) {
  const { collisions, provisional, state } = share;
  const [first] = collisions;
  return (
    <>
      {first && (
        <ProblemBanner
          tone="warn"
          heading={
            collisions.length === 1
              ? `Il numero ${first.number} è stato dato a due avvisi`
              : `${collisions.length} numeri sono stati dati due volte`
          }
          lines={[
            ...collisions.map(
              ({ number, titles }) => `${number}: ${LIST.format(titles.map((title) => `«${title}»`))}.`,
            ),
            'Il primo lo tiene; l’altro ne prende uno nuovo da solo, e lo scostamento resta scritto nella sua riga.',
          ]}
        />
      )}
      {provisional > 0 && state !== 'alone' && (
        <ProblemBanner
          tone="idle"
          sign="queued"
          live="off"
          heading={provisional === 1 ? 'Un avviso è ancora «provv.»' : `${provisional} avvisi sono ancora «provv.»`}
          lines={['È già nel registro: il numero arriva da solo appena la cartella condivisa risponde.']}
        />
      )}
    </>
  );
}
