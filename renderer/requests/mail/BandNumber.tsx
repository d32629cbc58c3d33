import './mail.css';

/** The number of a request inside its e-mail, on the colour of its band; the number tells it, the colour repeats it. */
export function BandNumber({ index }: { readonly index: number }) {
  return <span className={`band-number band-${((index - 1) % 4) + 1}`}>{index}</span>;
}
