import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/geist/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@/app/global.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '@/app/App';
import { createOutside } from '@/app/outside';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root.');
createRoot(place).render(
  <StrictMode>
    <App outside={createOutside()} />
  </StrictMode>,
);
