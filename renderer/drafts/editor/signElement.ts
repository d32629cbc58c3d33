import { SIGNS, type SignName, type SignShape } from '#renderer/ui/signShapes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A status sign as a bare element, for the gutter that CodeMirror draws itself; decoration, its word is in the list. */
export function signElement(name: SignName, size: number): SVGElement {
  const shape: SignShape = SIGNS[name];
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { class: `sign tone-${shape.tone}`, viewBox: '0 0 16 16', width: size, height: size };
  for (const [key, value] of Object.entries({ ...attributes, 'aria-hidden': true }))
    svg.setAttribute(key, String(value));
  for (const { d, paint, width, dash } of shape.paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', `sign-${paint}`);
    if (width !== undefined) path.setAttribute('stroke-width', String(width));
    if (dash !== undefined) path.setAttribute('stroke-dasharray', dash);
    svg.append(path);
  }
  return svg;
}
