// Draws the icon's sizes from icons/icon.svg with rsvg-convert (Debian package librsvg2-bin).
import { runCommand, stop } from './steps/command.mjs';

for (const size of [16, 32, 48, 128]) {
  const args = ['-w', String(size), '-h', String(size), '-o', `icons/${size}.png`, 'icons/icon.svg'];
  const { code, output } = await runCommand('rsvg-convert', args, { quiet: true });
  if (code !== 0) stop(`The icon of ${size} pixels could not be drawn: ${output.trim()}`);
}
