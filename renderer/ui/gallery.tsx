/** The gallery: every component in its states, on invented data. A second entry of Vite, opened only by tests. */
import './ui.css';
import './gallery/gallery.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Controls } from './gallery/Controls.tsx';
import { Emergency } from './gallery/Emergency.tsx';
import { GalleryFrame } from './gallery/GalleryFrame.tsx';
import { Queue } from './gallery/Queue.tsx';
import { Request } from './gallery/Request.tsx';
import { Requests } from './gallery/Requests.tsx';
import { States } from './gallery/States.tsx';
import { Today } from './gallery/Today.tsx';
import { ToastProvider } from './index.ts';

const VIEWS = {
  oggi: Today,
  richieste: Requests,
  richiesta: Request,
  coda: Queue,
  stati: States,
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
