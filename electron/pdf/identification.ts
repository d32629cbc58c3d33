/** Names of the standards inside XMP metadata: PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5). */
const NAMESPACES = {
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

const IDENTIFIERS =
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>';

/** PDF/A knows no PDF/UA: its identifier must be described as an extension (ISO 19005-2, 6.6.2.3.3). */
const EXTENSION = [
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${NAMESPACES.pdfuaid}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('');

const OPENING = '<rdf:Description rdf:about=""';
const CLOSING = '</rdf:Description></rdf:RDF>';

/** `text` with `addition` put right before or after its only `anchor`. Throws when the anchor is not there exactly once. */
export function insertAt(text: string, anchor: string, place: 'before' | 'after', addition: string): string {
  const at = text.indexOf(anchor);
  if (at === -1 || text.includes(anchor, at + 1)) throw new Error(`PDF without exactly one ${anchor}`);
  const cut = place === 'before' ? at : at + anchor.length;
  return text.slice(0, cut) + addition + text.slice(cut);
}

/** The XMP packet with the identification of PDF/A-2a and PDF/UA-1. Throws when it already has one or is built otherwise. */
export function identify(xmp: string): string {
  if (xmp.includes('pdfaid:') || xmp.includes('pdfuaid:') || xmp.includes('pdfaExtension:')) {
    throw new Error('PDF already identified');
  }
  const names = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return insertAt(insertAt(xmp, OPENING, 'after', names.join('')), CLOSING, 'before', EXTENSION + IDENTIFIERS);
}
