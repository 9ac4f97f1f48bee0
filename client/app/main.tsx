import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import '../ui/ui.css';
import './app.css';
import { keepSessionFresh } from '../net/renewal.ts';
import { App } from './app.tsx';
import { followReturnLinks } from './return-link.ts';

// Before anything is drawn: a personal link must not stay in the address bar.
followReturnLinks();
keepSessionFresh();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
