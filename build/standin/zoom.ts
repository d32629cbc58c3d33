import type { Link } from './connection.ts';

/** Lays the page out as if the window were smaller by `factor`, and draws it larger by as much: a browser's zoom. */
export async function applyZoom(link: Link, factor: number): Promise<void> {
  await link.send('Emulation.clearDeviceMetricsOverride');
  if (factor === 1) return;
  const { cssLayoutViewport } = await link.send('Page.getLayoutMetrics');
  await link.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(cssLayoutViewport.clientWidth / factor),
    height: Math.round(cssLayoutViewport.clientHeight / factor),
    deviceScaleFactor: factor,
    mobile: false,
  });
}
