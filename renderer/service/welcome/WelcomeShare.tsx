import { ShareChoice } from '#renderer/service/sharing/ShareChoice.tsx';
import type { ShareView } from '#shared/service/share.ts';

/** The shared folder at the first start, before anybody is asked a name: what colleagues wrote arrives from it (P41). */
export function WelcomeShare({ share }: { readonly share: ShareView }) {
  return (
    <section className="welcome-share" aria-labelledby="welcome-share">
      <h2 id="welcome-share">1. La cartella condivisa</h2>
      <p className="muted">
        Se un collega ha già cominciato, persone, richieste e registro arrivano da lì: poi scegli il tuo nome
        dall’elenco. Se lavori da solo, o non la sai, passa oltre: si può fare anche dopo.
      </p>
      <ShareChoice share={share} />
    </section>
  );
}
