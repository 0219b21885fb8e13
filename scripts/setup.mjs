// Makes a fresh checkout ready: packages, then browsers. Quiet when everything is there.
import { ensureBrowsers } from './steps/browsers.mjs';
import { stop } from './steps/command.mjs';
import { ensurePackages } from './steps/packages.mjs';

await ensurePackages();
const { advice } = await ensureBrowsers(['chromium', 'firefox']);
if (advice) stop(advice);
