import { AnsweredTextOffer, type AnsweredTextOfferProps } from './AnsweredTextOffer.tsx';
import { DocumentTextOffer, type DocumentTextOfferProps } from './DocumentTextOffer.tsx';

/** Other texts for the request, above the editor: that of an answer (P17), that of a document (P11). */
export function TextOffers(props: AnsweredTextOfferProps & DocumentTextOfferProps) {
  return (
    <>
      <AnsweredTextOffer {...props} />
      <DocumentTextOffer {...props} />
    </>
  );
}
