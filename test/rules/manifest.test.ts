import { describe, expect, test } from 'vitest';
import { read, sources } from './project';

const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
const privacy = read('docs/privacy.md');

const asked = [
  ...(manifest.permissions as string[]),
  ...((manifest.optional_permissions as string[] | undefined) ?? []),
  ...((manifest.optional_host_permissions as string[] | undefined) ?? []),
];

describe('the manifest asks for little, and says why', () => {
  test('it reads no page before a click: no hosts, no content scripts, nothing pages can see', () => {
    expect(manifest.host_permissions, 'ask for hosts one by one, from a click').toBeUndefined();
    expect(manifest.content_scripts, 'inject on a click with activeTab').toBeUndefined();
    expect(manifest.web_accessible_resources, 'pages could tell that the extension is there').toBeUndefined();
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
    for (const broad of ['history', 'cookies', 'webNavigation', 'bookmarks', 'debugger']) {
      expect(asked, `"${broad}" shows more of the reader than reading one page needs`).not.toContain(broad);
    }
    expect(manifest.permissions, 'ask for the tabs from a click, when they are wanted').not.toContain('tabs');
  });

  test.each(asked)('docs/privacy.md explains `%s`', (permission) => {
    expect(privacy.includes(`\`${permission}\``), `add a line on \`${permission}\` to docs/privacy.md`).toBe(
      true,
    );
  });

  test.each(manifest.permissions as string[])('`%s` is used, or not asked for', (permission) => {
    // activeTab and unlimitedStorage have no calls of their own: they widen what others may do.
    const widening = ['activeTab', 'unlimitedStorage'];
    const seam = sources
      .filter((path) => /^src\/(browser|background)\//.test(path))
      .map(read)
      .join('\n');
    const isUsed = widening.includes(permission) || new RegExp(`\\b${permission}\\b`).test(seam);
    expect(isUsed, `nothing in src/browser uses "${permission}": take it out of manifest.json`).toBe(true);
  });

  test('docs/privacy.md explains no permission that is not asked for', () => {
    const table = [...privacy.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
    expect(table.length).toBeGreaterThan(0);
    expect(table.filter((permission) => !asked.includes(permission!))).toEqual([]);
  });

  test('version and name are those of the package', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(manifest.version).toBe(version);
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
  });
});
