import { expect, it } from 'vitest';
import { linkHosts } from '#electron/core/linkHosts.ts';
import { isInstitutional } from '#electron/shell/guard/externalLinks.ts';

const hosts = ['www.comune.valdombra.example'];

it('opens the Prontuario where it is published, and nothing else of another site than the institutional ones', () => {
  expect(linkHosts({ hosts, prontuario: null })).toEqual(hosts);
  expect(linkHosts({ hosts, prontuario: 'https://www.comune.valdombra.example/prontuario' })).toEqual(hosts);
  const prontuario = 'https://documenti.unione.example/valdombra/prontuario.pdf';
  const allowed = linkHosts({ hosts, prontuario });
  expect(isInstitutional(prontuario, allowed)).toBe(true);
  expect(isInstitutional(prontuario, hosts)).toBe(false);
  expect(isInstitutional('https://unione.example/', allowed)).toBe(false);
});
