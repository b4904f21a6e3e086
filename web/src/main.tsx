import '@fontsource-variable/noto-sans-jp/wght.css';
import '@fontsource-variable/noto-sans-mono/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { takeTokenFromAddress } from './session/session';
import { applyTheme } from './ui/theme';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/frame.css';
import './ui/styles/lists.css';
import './ui/styles/tracks.css';
import './ui/styles/panel.css';
import './ui/styles/forms.css';
import './ui/styles/registers.css';
import './ui/styles/links.css';
import './ui/styles/review.css';
import './ui/styles/acsa.css';
import './ui/styles/cases.css';
import './ui/styles/commitments.css';
import './ui/styles/meetings.css';
import './ui/styles/overview.css';
import './ui/styles/relief.css';
import './ui/styles/search.css';
import './ui/styles/glossary.css';
import './ui/styles/bodies.css';
import './ui/styles/translation.css';
import './ui/styles/map.css';
import './ui/styles/views.css';
import './ui/styles/narrow.css';

takeTokenFromAddress();
applyTheme();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
