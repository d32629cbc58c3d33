/** The gallery: every component in its states, on invented data. A second entry of Vite, opened only by tests. */
import '#renderer/withoutEval.ts';
import '#renderer/ui/ui.css';
import './gallery.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastProvider } from '#renderer/ui/index.ts';
import { Controls } from './Controls.tsx';
import { Emergency } from './Emergency.tsx';
import { GalleryFrame } from './GalleryFrame.tsx';
import { Queue } from './Queue.tsx';
import { Recovery } from './Recovery.tsx';
import { Request } from './Request.tsx';
import { Requests } from './Requests.tsx';
import { States } from './States.tsx';
import { Today } from './Today.tsx';

const VIEWS = {
  oggi: Today,
  richieste: Requests,
  richiesta: Request,
  coda: Queue,
  stati: States,
  ripristino: Recovery,
  emergenza: Emergency,
  comandi: Controls,
} as const;

const isView = (name: string): name is keyof typeof VIEWS => name in VIEWS;

function Gallery() {
  const [name, setName] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = () => setName(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const view = isView(name) ? name : 'comandi';
  const View = VIEWS[view];
  return (
    <ToastProvider>
      <GalleryFrame view={view}>
        <View />
      </GalleryFrame>
    </ToastProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
